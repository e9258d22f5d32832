package dev.sluice.workbench.replay;

import static java.util.Objects.requireNonNull;

import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lead came to: how the gates and each step ended, in order, and the end. A step that was tried again counts with
 * its last end.
 *
 * @param ends the gates first
 * @param outcome of the lead
 * @param reason why it did not succeed; null when it did
 * @param cost what it cost, look-ups included
 * @param revenue what its deliveries earned
 */
public record Course(
        List<StepEnd> ends, Outcome outcome, @Nullable String reason, BigDecimal cost, BigDecimal revenue) {
    /** Tell of what is beside the steps, or of steps that are told of already. */
    private static final Set<EventType> ASIDE = Set.of(
            EventType.SOURCE_SUBMITTED,
            EventType.ENHANCEMENT_ATTEMPT,
            EventType.RECIPIENT_DELIVERY_ATTEMPT,
            EventType.DISTRIBUTE_PLANNED,
            EventType.CAP_REACHED,
            EventType.FLOW_COMPLETED);

    private static final Set<String> STEPS = Set.of(
            "source", "filter", "route", "set", "enhancement", "recipient", "step", "distribute", "group", "list");

    public Course {
        ends = List.copyOf(ends);
        requireNonNull(outcome, "outcome");
    }

    /** The course of recorded events; empty when they do not come to an end. */
    static Optional<Course> of(List<Event> events) {
        Map<String, StepEnd> ends = new LinkedHashMap<>();
        Event end = null;
        BigDecimal spent = BigDecimal.ZERO;
        for (Event event : events) {
            if (event.type().equals(EventType.FLOW_COMPLETED) || event.type().equals(EventType.SOURCE_REJECTED)) {
                end = event;
            }
            if (event.type().family().equals("enhancement")) {
                spent = spent.add(event.cost().orElse(BigDecimal.ZERO));
            }
            if (STEPS.contains(event.type().family()) && !ASIDE.contains(event.type())) {
                StepEnd step = StepEnd.of(event);
                ends.remove(step.step());
                ends.put(step.step(), step);
            }
        }
        return end == null ? Optional.empty() : Optional.of(ended(new ArrayList<>(ends.values()), end, spent));
    }

    /** The course of a lead that is not let in at all, of which nothing is recorded. */
    static Course refused(Submission answer) {
        StepEnd gates = new StepEnd(
                StepEnd.GATES, "refused", answer.outcome(), answer.reason().orElse(null), null, BigDecimal.ZERO, null);
        return new Course(
                List.of(gates), answer.outcome(), answer.reason().orElse(null), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Course ended(List<StepEnd> ends, Event end, BigDecimal spent) {
        boolean rejected = end.type().equals(EventType.SOURCE_REJECTED);
        Outcome outcome = end.outcome().orElse(rejected ? Outcome.FAILURE : Outcome.SUCCESS);
        return new Course(
                ends,
                outcome,
                end.reason().orElse(null),
                end.cost().orElse(BigDecimal.ZERO).add(spent),
                end.revenue().orElse(BigDecimal.ZERO));
    }

    /** Whether the gates let the lead in. */
    public boolean accepted() {
        return !ends.isEmpty() && ends.get(0).what().equals(EventType.SOURCE_ACCEPTED.text());
    }

    /** The recipients that were asked, in order. */
    public List<StepEnd> deliveries() {
        return ends.stream().filter(StepEnd::isDelivery).toList();
    }

    /** What the lead left. */
    public BigDecimal margin() {
        return revenue.subtract(cost);
    }

    /** {@code success}, {@code failure: Daily cap reached}. */
    public String text() {
        return outcome.text() + (reason == null ? "" : ": " + reason);
    }

    boolean isLike(Course other) {
        return outcome == other.outcome
                && Objects.equals(reason, other.reason)
                && cost.compareTo(other.cost) == 0
                && revenue.compareTo(other.revenue) == 0
                && Divergence.between(this, other).isEmpty();
    }
}
