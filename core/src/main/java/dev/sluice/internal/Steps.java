package dev.sluice.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a flow, walked from one to the next until a filter stops the lead or the end is reached. */
final class Steps {
    /** Behind the last step, in the {@code next} of an event. */
    static final String END = "end";

    private final @Nullable StepPlan first;
    private final Map<String, String> ownIds;

    /**
     * @param first each step knows the ones that may follow it; null for a flow without steps
     * @param ownIds what steps of sub-flows are called there, by their full ids
     */
    Steps(@Nullable StepPlan first, Map<String, String> ownIds) {
        this.first = first;
        this.ownIds = Map.copyOf(ownIds);
    }

    End walk(LeadRun run) {
        StepPlan step = first;
        while (step != null) {
            StepPlan.Way way = step.run(run);
            if (way.end() != null) {
                return way.end();
            }
            step = way.next();
        }
        return End.REACHED;
    }

    /** What a step of a sub-flow is called there; null for any other step. */
    @Nullable String ownId(String step) {
        return ownIds.get(step);
    }

    /** The id of a step, or what stands for the end. */
    static String id(@Nullable StepPlan step) {
        return step == null ? END : step.id();
    }
}
