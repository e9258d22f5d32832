/** Amounts, the layers of prices, and the least margin. */
@NullMarked
package dev.sluice.internal.pricing;

import org.jspecify.annotations.NullMarked;
