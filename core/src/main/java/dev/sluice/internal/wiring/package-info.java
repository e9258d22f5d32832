/** What the host has wired, held against a definition; calls of it that may fail, hang or answer nothing. */
@NullMarked
package dev.sluice.internal.wiring;

import org.jspecify.annotations.NullMarked;
