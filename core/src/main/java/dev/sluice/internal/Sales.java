package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Entity;
import dev.sluice.internal.pricing.Deal;
import java.math.BigDecimal;
import java.util.List;

/** Who got a lead, what it brought, and what it cost. Used by one thread. */
final class Sales {
    private Deal deal = Deal.NOTHING;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal revenue = BigDecimal.ZERO;
    private List<DeliveryReport> deliveries = List.of();

    void delivered(DeliveryReport report) {
        deliveries = JourneyState.with(deliveries, report);
        if (report.outcome() == Outcome.SUCCESS) {
            boolean isFirst = revenue.signum() == 0 && report.price().scale() >= revenue.scale();
            revenue = isFirst ? report.price() : revenue.add(report.price());
        }
    }

    List<DeliveryReport> deliveries() {
        return deliveries;
    }

    /** Whether a delivery waits for another try. */
    boolean isQueued() {
        for (DeliveryReport each : deliveries) {
            if (each.isQueued()) {
                return true;
            }
        }
        return false;
    }

    /** The deliveries that wait for another try. */
    List<String> queued() {
        return deliveries.stream()
                .filter(DeliveryReport::isQueued)
                .map(DeliveryReport::recipient)
                .toList();
    }

    /** Whether somebody has the lead already, or might have. */
    boolean hasGoneTo(Entity entity) {
        return deliveries.stream().anyMatch(report -> report.isWith(entity));
    }

    /** Whether no recipient has taken the lead yet; messages of one's own do not count. */
    boolean hasSoldNothing() {
        for (DeliveryReport each : deliveries) {
            if (each.countsForLead() && each.outcome() == Outcome.SUCCESS) {
                return false;
            }
        }
        return true;
    }

    /** On these terms the lead was bought. */
    void deal(Deal terms) {
        this.deal = terms;
    }

    Deal deal() {
        return deal;
    }

    /** Adds what a look-up costs. */
    void spend(BigDecimal amount) {
        spent = spent.add(amount);
    }

    BigDecimal spent() {
        return spent;
    }

    /** What the lead costs, as far as it is known. */
    BigDecimal cost() {
        return deal.cost(revenue);
    }

    BigDecimal revenue() {
        return revenue;
    }
}
