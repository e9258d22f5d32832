package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps that leads take one after the other. A lead is at a step when an event of it comes after those of all steps before.
 *
 * @param name for people
 * @param steps at least one, in order
 */
public record Funnel(String name, List<Step> steps) {
    /** Submitted, accepted, delivered, converted. */
    public static final Funnel SALES = new Funnel(
            "Sales",
            List.of(
                    Step.of("submitted", EventType.SOURCE_SUBMITTED),
                    Step.of("accepted", EventType.SOURCE_ACCEPTED),
                    Step.of("delivered", EventType.RECIPIENT_DELIVERED),
                    Step.ofFeedback("converted", "conversion")));

    public Funnel {
        requireNonNull(name, "name");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a funnel has at least one step");
        }
    }

    /**
     * One step.
     *
     * @param types whichever of these happens
     * @param feedback the type of feedback that it takes; any for other events
     */
    public record Step(String name, Set<EventType> types, Optional<String> feedback) {
        public Step {
            requireNonNull(name, "name");
            types = Set.copyOf(types);
            requireNonNull(feedback, "feedback");
        }

        /** A step that an event of one of these types takes. */
        public static Step of(String name, EventType... types) {
            return new Step(name, Set.of(types), Optional.empty());
        }

        /** A step that feedback of a type takes. */
        public static Step ofFeedback(String name, String type) {
            return new Step(name, Set.of(EventType.named("feedback.processed")), Optional.of(type));
        }

        private boolean isTakenBy(Event event) {
            return types.contains(event.type())
                    && feedback.stream().allMatch(type -> event.facts()
                            .get("feedback")
                            .part("type")
                            .text()
                            .equals(type));
        }
    }

    /**
     * How many leads came how far.
     *
     * @param range of which time
     * @param stages one for each step
     */
    public record Result(Period.Range range, List<Stage> stages) {
        public Result {
            stages = List.copyOf(stages);
        }
    }

    /**
     * One step of a result.
     *
     * @param leads how many came so far
     * @param ofFirst percent of those at the first step; empty when nobody was there
     * @param ofPrevious percent of those at the step before
     */
    public record Stage(String name, long leads, Optional<BigDecimal> ofFirst, Optional<BigDecimal> ofPrevious) {}

    Count count() {
        return new Count();
    }

    /** Counts leads. For one thread. */
    final class Count {
        private final long[] leads = new long[steps.size()];

        void add(List<Event> events) {
            int step = 0;
            for (Event event : events) {
                if (step < leads.length && steps.get(step).isTakenBy(event)) {
                    leads[step]++;
                    step++;
                }
            }
        }

        Result result(Period.Range range) {
            List<Stage> stages = new ArrayList<>();
            for (int i = 0; i < leads.length; i++) {
                long previous = leads[Math.max(0, i - 1)];
                stages.add(new Stage(
                        steps.get(i).name(),
                        leads[i],
                        Optional.ofNullable(Ratio.percent(leads[i], leads[0])),
                        Optional.ofNullable(Ratio.percent(leads[i], previous))));
            }
            return new Result(range, stages);
        }

        @Override
        public String toString() {
            return Arrays.toString(leads);
        }
    }
}
