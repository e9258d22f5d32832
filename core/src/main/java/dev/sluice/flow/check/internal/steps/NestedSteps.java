package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.GroupStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;

/** Steps that stand too deep inside others, and such as have nothing to do. */
final class NestedSteps implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void tooDeep(Place place) {
                found.error(
                        "steps_too_deep",
                        place.pointer(),
                        "steps stand inside at most " + StepDefinition.MAX_DEPTH
                                + " others; move some into a sub-flow or a flow of their own");
            }

            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof GroupStep group && group.steps().isEmpty()) {
                    empty(place.pointer() + "/steps", "the group asks nobody", found);
                } else if (step instanceof SetStep set && set.mappings().isEmpty()) {
                    empty(place.pointer() + "/mappings", "the step sets no field", found);
                }
            }
        });
    }

    private static void empty(String pointer, String what, Found found) {
        found.warning("nothing_to_do", pointer, what + "; fill it or remove it");
    }
}
