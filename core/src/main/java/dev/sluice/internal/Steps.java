package dev.sluice.internal;

import dev.sluice.internal.record.End;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a flow, walked from one to the next until a filter stops the lead or the end is reached. */
public final class Steps {
    /** Behind the last step, in the {@code next} of an event. */
    public static final String END = "end";

    private final @Nullable StepPlan first;
    private final Map<String, StepPlan> all;
    private final Map<String, String> ownIds;

    /**
     * @param first each step knows the ones that may follow it; null for a flow without steps
     * @param all by their ids
     * @param ownIds what steps of sub-flows are called there, by their full ids
     */
    public Steps(@Nullable StepPlan first, Map<String, StepPlan> all, Map<String, String> ownIds) {
        this.first = first;
        this.all = Map.copyOf(all);
        this.ownIds = Map.copyOf(ownIds);
    }

    /** From the step that the lead is at. */
    End walk(LeadRun run) {
        if (END.equals(run.next())) {
            return run.end();
        }
        StepPlan step = run.next() == null ? first : at(run.next());
        boolean sameMoment = false;
        while (step != null) {
            StepPlan.Way way = step.run(run, sameMoment ? run.last() : run.at());
            run.stepIsBehind();
            if (way.end() != null) {
                return way.end();
            }
            sameMoment = step.takesNoTime();
            step = way.next();
        }
        return End.REACHED;
    }

    /** Recipients that may hold places for the lead without any event that says so. */
    List<String> mayHold(LeadRun run) {
        String next = run.next();
        if (END.equals(next) || first == null) {
            return List.of();
        }
        return (next == null ? first : at(next)).mayHold(run.past());
    }

    private StepPlan at(String id) {
        StepPlan step = all.get(id);
        if (step == null) {
            throw new IllegalStateException("the lead is at step " + id + ", which its flow does not have");
        }
        return step;
    }

    /** The id of the first step, or what stands for the end. */
    String first() {
        return id(first);
    }

    /** What a step of a sub-flow is called there; null for any other step. */
    @Nullable String ownId(String step) {
        return ownIds.get(step);
    }

    /** The id of a step, or what stands for the end. */
    public static String id(@Nullable StepPlan step) {
        return step == null ? END : step.id();
    }
}
