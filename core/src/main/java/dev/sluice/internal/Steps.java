package dev.sluice.internal;

import java.util.List;

/** The steps of a flow, walked in order until a filter stops the lead or the end is reached. */
final class Steps {
    /** Behind the last step, in the {@code next} of an event. */
    static final String END = "end";

    private final StepPlan[] steps;

    Steps(List<StepPlan> steps) {
        this.steps = steps.toArray(StepPlan[]::new);
    }

    End walk(LeadRun run) {
        int place = 0;
        while (place < steps.length) {
            StepPlan.Way way = steps[place].run(run);
            if (way.end() != null) {
                return way.end();
            }
            place = way.next();
        }
        return End.REACHED;
    }
}
