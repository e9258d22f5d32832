package dev.sluice.flow.check;

import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.StepDefinition;
import dev.sluice.internal.names.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that send leads nowhere, backwards, or give them the outcome of a step that has not run. */
final class FilterTargets implements Check {
    @Override
    public void check(Subject subject, Found found) {
        List<StepDefinition> steps = subject.flow().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof FilterStep filter) {
                action(subject.flow(), i, filter.onPass(), "/steps/" + i + "/onPass", found);
                action(subject.flow(), i, filter.onFail(), "/steps/" + i + "/onFail", found);
            }
        }
    }

    private static void action(FlowDefinition flow, int at, FilterAction action, String pointer, Found found) {
        if (action.kind() == FilterAction.Kind.SKIP_TO) {
            skip(flow, at, action.target(), pointer + "/step", found);
        }
        String model = action.outcomeOf();
        if (action.kind() == FilterAction.Kind.STOP && model != null) {
            model(flow, at, model, pointer + "/outcomeOf", found);
        }
    }

    private static void skip(FlowDefinition flow, int at, @Nullable String target, String pointer, Found found) {
        if (target == null || target.isBlank()) {
            found.error("missing_step", pointer, "a skip needs the step to go on at; name a later one");
            return;
        }
        int to = indexOf(flow, target);
        if (to < 0) {
            unknown(flow.steps().stream().map(StepDefinition::id).toList(), target, pointer, found);
        } else if (to <= at) {
            found.error(
                    "backward_skip",
                    pointer,
                    "a lead can only skip forward, but step '" + target + "' does not come later; name a later step");
        }
    }

    private static void model(FlowDefinition flow, int at, String model, String pointer, Found found) {
        int of = indexOf(flow, model);
        if (of < 0) {
            unknown(FlowLayout.allSteps(flow).map(StepDefinition::id).toList(), model, pointer, found);
        } else if (of >= at) {
            found.error(
                    "later_step",
                    pointer,
                    "step '" + model + "' has no outcome yet when this filter runs; name an earlier step");
        }
    }

    private static void unknown(List<String> known, String step, String pointer, Found found) {
        found.error("unknown_step", pointer, "the flow has no step '" + step + "'; " + Nearest.advice(step, known));
    }

    /** The place of the step {@code id}, or of the distribution that it belongs to; -1 when there is none. */
    private static int indexOf(FlowDefinition flow, String id) {
        for (int i = 0; i < flow.steps().size(); i++) {
            if (FlowLayout.withCandidates(flow.steps().get(i))
                    .anyMatch(step -> step.id().equals(id))) {
                return i;
            }
        }
        return -1;
    }
}
