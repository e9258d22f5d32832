package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What is looked up to decide whether a lead is bought, and at what price. With an executor of the host the look-ups run
 * at once, without one in their order.
 *
 * @param lookUps what is looked up
 * @param totalTimeout how long all of them together may take; 5 seconds by default
 */
public record PurchasingDecisions(List<LookUp> lookUps, Duration totalTimeout) {
    public static final Duration DEFAULT_TOTAL = Duration.ofSeconds(5);
    /** Nothing is looked up. */
    public static final PurchasingDecisions NONE = new PurchasingDecisions(List.of(), DEFAULT_TOTAL);

    public PurchasingDecisions {
        lookUps = List.copyOf(lookUps);
        requireNonNull(totalTimeout, "totalTimeout");
    }

    /** These look-ups, within the usual time. */
    public static PurchasingDecisions of(LookUp... lookUps) {
        return new PurchasingDecisions(List.of(lookUps), DEFAULT_TOTAL);
    }

    /** These look-ups, together within {@code limit}. */
    public PurchasingDecisions within(Duration limit) {
        return new PurchasingDecisions(lookUps, limit);
    }
}
