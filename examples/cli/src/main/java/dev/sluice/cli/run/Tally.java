package dev.sluice.cli.run;

import dev.sluice.DeliveryReport;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of many leads. Used by one thread. */
public final class Tally {
    private long refused;
    private long accepted;
    private long rejected;
    private long unsettled;
    private final Reasons refusals = new Reasons();
    private final Reasons rejections = new Reasons();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, BuyerTally> buyers = new LinkedHashMap<>();
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal lookUps = BigDecimal.ZERO;
    private BigDecimal revenue = BigDecimal.ZERO;

    /** Counts one answer. */
    public void add(Submission answer) {
        if (answer.status() == Submission.Status.UNSETTLED) {
            unsettled++;
        } else if (answer.leadId().isEmpty()) {
            refused++;
            refusals.add(answer.reason().orElse("no reason"));
        } else {
            submitted(answer);
        }
    }

    private void submitted(Submission answer) {
        answer.events().forEach(this::lookedUp);
        if (isRejected(answer)) {
            rejected++;
            rejections.add(answer.reason().orElse("no reason"));
        } else {
            accepted(answer);
        }
    }

    /** Look-ups are paid for whether the lead is taken or not, and whatever they found. */
    private void lookedUp(Event event) {
        if (event.type().family().equals("enhancement")) {
            lookUps = lookUps.add(event.cost().orElse(BigDecimal.ZERO));
        }
        if (event.facts().get("look_ups") instanceof Arr all) {
            all.forEach(each -> lookUps = each.part("cost") instanceof Num cost ? lookUps.add(cost.value()) : lookUps);
        }
    }

    private static boolean isRejected(Submission answer) {
        return answer.events().stream().anyMatch(event -> event.type().equals(EventType.SOURCE_REJECTED));
    }

    private void accepted(Submission answer) {
        accepted++;
        outcomes.merge(answer.outcome(), 1L, Long::sum);
        cost = cost.add(answer.price());
        revenue = revenue.add(answer.revenue());
        for (DeliveryReport report : answer.deliveries()) {
            buyers.computeIfAbsent(report.recipient(), id -> new BuyerTally(report.name()))
                    .add(report);
        }
    }

    /** Leads that were not let in: an unknown or disabled source. Nothing of them is recorded. */
    public long refused() {
        return refused;
    }

    /** Leads that were let in and got an answer: {@link #accepted} and {@link #rejected}. */
    public long submitted() {
        return accepted + rejected;
    }

    public long accepted() {
        return accepted;
    }

    public long rejected() {
        return rejected;
    }

    /** Leads that the store may have lost. */
    public long unsettled() {
        return unsettled;
    }

    /** Why leads were not let in. */
    public Reasons refusals() {
        return refusals;
    }

    /** Why leads were rejected. */
    public Reasons rejections() {
        return rejections;
    }

    /** How accepted leads ended. */
    public Map<Outcome, Long> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** Every recipient that was to get a lead, in the order of their first. */
    public Collection<BuyerTally> buyers() {
        return Collections.unmodifiableCollection(buyers.values());
    }

    /** What the leads cost. */
    public BigDecimal cost() {
        return cost;
    }

    /** What looking things up cost. */
    public BigDecimal lookUps() {
        return lookUps;
    }

    /** What the leads earned. */
    public BigDecimal revenue() {
        return revenue;
    }

    public BigDecimal margin() {
        return revenue.subtract(cost).subtract(lookUps);
    }
}
