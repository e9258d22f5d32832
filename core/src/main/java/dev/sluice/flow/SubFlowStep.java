package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends a lead through a sequence of steps that the flow names once and uses in several places. A step {@code check} of a
 * sub-flow that step {@code first} uses is called {@code first/check} in events, caps and keys; rules read the outcome of
 * its latest run as {@code steps.check.outcome}.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param subFlow one of the flow's sub-flows
 */
public record SubFlowStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        String subFlow) implements StepDefinition {
    public SubFlowStep {
        requireNonNull(id, "id");
        requireNonNull(subFlow, "subFlow");
    }

    /** A step that always runs. */
    public static SubFlowStep of(String id, String subFlow) {
        return new SubFlowStep(id, null, true, null, subFlow);
    }

    /** What a step inside is called when this one uses it. */
    public static String inside(String using, String step) {
        return using + "/" + step;
    }

    @Override
    public String kind() {
        return "subFlow";
    }
}
