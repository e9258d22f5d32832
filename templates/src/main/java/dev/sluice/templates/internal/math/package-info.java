/** Calculation. Open {@link dev.sluice.templates.internal.math.Formula} first. */
@NullMarked
package dev.sluice.templates.internal.math;

import org.jspecify.annotations.NullMarked;
