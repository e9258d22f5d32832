package dev.sluice.pricing;

import dev.sluice.delivery.Effect;

/**
 * Names what a lead costs; flows and sources name it under {@code pricingService}. Called on the host's executor, or on the
 * thread of the lead where there is none, for many leads at once; it may block until the request's deadline, after which
 * nobody waits for it. May be asked again about a lead after a crash.
 *
 * <p>An exception, null, no price, a price below 0 or above 1,000,000 and an answer after the deadline count as no price:
 * the fallback price is taken, or the next layer's, and the event says what was wrong. A lead never fails for it.
 */
@FunctionalInterface
public interface PricingService {

    /** The price of a lead; {@link PriceQuote#NONE} for none. Never null. */
    PriceQuote price(PriceRequest request);

    /** What a call does to the world; a preview asks only a service of {@link Effect#NONE}. Repeatable by default. */
    default Effect effect() {
        return Effect.REPEATABLE;
    }
}
