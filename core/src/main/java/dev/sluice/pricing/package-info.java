/** How a host names prices itself. Open {@link dev.sluice.pricing.PricingService} first. */
@NullMarked
package dev.sluice.pricing;

import org.jspecify.annotations.NullMarked;
