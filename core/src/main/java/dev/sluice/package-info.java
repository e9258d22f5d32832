/** Routes leads through flows. Open {@code Sluice} first, then {@code Flow}. */
@NullMarked
package dev.sluice;

import org.jspecify.annotations.NullMarked;
