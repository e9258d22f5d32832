/** A ping from its arrival to its bid. */
@NullMarked
package dev.sluice.internal.ping;

import org.jspecify.annotations.NullMarked;
