/** The gates that a lead passes before it is accepted, one file each. */
@NullMarked
package dev.sluice.internal.gate;

import org.jspecify.annotations.NullMarked;
