/** How findings name places and guess what was meant. */
@NullMarked
package dev.sluice.internal.names;

import org.jspecify.annotations.NullMarked;
