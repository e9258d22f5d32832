package dev.sluice.cli.run;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What became of the leads that one recipient was to get. */
public final class BuyerTally {
    private final String name;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private BigDecimal revenue = BigDecimal.ZERO;

    BuyerTally(String name) {
        this.name = name;
    }

    void add(DeliveryReport report) {
        outcomes.merge(report.outcome(), 1L, Long::sum);
        revenue = revenue.add(report.price());
    }

    public String name() {
        return name;
    }

    /** How many leads ended so. */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    public BigDecimal revenue() {
        return revenue;
    }
}
