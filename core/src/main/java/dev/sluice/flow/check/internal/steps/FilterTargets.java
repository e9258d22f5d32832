package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that send leads nowhere, backwards, out of their branch, or give them the outcome of a step that has not run. */
final class FilterTargets implements Check {
    @Override
    public void check(Subject subject, Found found) {
        List<String> all =
                FlowLayout.allSteps(subject.flow()).map(StepDefinition::id).toList();
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void sequence(Place place, List<StepDefinition> steps) {
                List<String> ids = steps.stream().map(StepDefinition::id).toList();
                for (int i = 0; i < steps.size(); i++) {
                    if (steps.get(i) instanceof FilterStep filter) {
                        Way way = new Way(all, ids, i);
                        way.action(filter.onPass(), place.element(i).pointer() + "/onPass", found);
                        way.action(filter.onFail(), place.element(i).pointer() + "/onFail", found);
                    }
                }
            }
        });
    }

    /**
     * What a filter may name.
     *
     * @param all every step, in the order of the text
     * @param sequence the steps that it is among
     * @param at its place there
     */
    private record Way(List<String> all, List<String> sequence, int at) {
        void action(FilterAction action, String pointer, Found found) {
            if (action.kind() == FilterAction.Kind.SKIP_TO) {
                skip(action.target(), pointer + "/step", found);
            }
            String model = action.outcomeOf();
            if (action.kind() == FilterAction.Kind.STOP && model != null) {
                model(model, pointer + "/outcomeOf", found);
            }
        }

        private void skip(@Nullable String target, String pointer, Found found) {
            if (target == null || target.isBlank()) {
                found.error("missing_step", pointer, "a skip needs the step to go on at; name a later one");
            } else if (sequence.subList(0, at + 1).contains(target)) {
                found.error(
                        "backward_skip",
                        pointer,
                        "a lead can only skip forward, but step '" + target
                                + "' does not come later; name a later step");
            } else if (!sequence.contains(target) && all.contains(target)) {
                found.error(
                        "skip_elsewhere",
                        pointer,
                        "step '" + target + "' is not among the steps that follow this filter; a lead skips within"
                                + " its sequence, branch or sub-flow");
            } else if (!sequence.contains(target)) {
                unknown(sequence, target, pointer, found);
            }
        }

        private void model(String model, String pointer, Found found) {
            if (!all.contains(model)) {
                unknown(all, model, pointer, found);
            } else if (all.indexOf(model) >= all.indexOf(sequence.get(at))) {
                found.error(
                        "later_step",
                        pointer,
                        "step '" + model + "' has no outcome yet when this filter runs; name an earlier step");
            }
        }

        private static void unknown(List<String> known, String step, String pointer, Found found) {
            found.error("unknown_step", pointer, "the flow has no step '" + step + "'; " + Nearest.advice(step, known));
        }
    }
}
