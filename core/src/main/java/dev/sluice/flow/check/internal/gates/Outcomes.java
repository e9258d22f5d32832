package dev.sluice.flow.check.internal.gates;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;

/** Outcomes that a lead cannot be given. */
final class Outcomes implements Check {
    @Override
    public void check(Subject subject, Found found) {
        outcome(subject.flow().acceptance().outcome(), "/acceptanceCriteria", found);
        for (int i = 0; i < subject.flow().sources().size(); i++) {
            outcome(
                    subject.flow().sources().get(i).acceptance().outcome(),
                    "/sources/" + i + "/acceptanceCriteria",
                    found);
        }
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof FilterStep filter) {
                    outcome(filter.onPass().outcome(), place.pointer() + "/onPass", found);
                    outcome(filter.onFail().outcome(), place.pointer() + "/onFail", found);
                }
            }
        });
    }

    private static void outcome(Outcome outcome, String pointer, Found found) {
        if (outcome == Outcome.SKIP || outcome == Outcome.UNKNOWN) {
            found.error(
                    "invalid_outcome",
                    pointer + "/outcome",
                    "a lead cannot be given the outcome " + outcome + "; say success, failure or error");
        }
    }
}
