package dev.sluice.workbench.analysis;

import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Branches of a route that divide leads by one value and both want some of them. One that wants all of an earlier one and
 * more is meant: the rest goes there.
 */
final class Overlaps implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RouteStep route) {
                    route(subject, route, place, found);
                }
            }
        });
    }

    private static void route(Subject subject, RouteStep route, Place place, Found found) {
        List<Formula> earlier = new ArrayList<>();
        for (int i = 0; i < route.branches().size(); i++) {
            Branch branch = route.branches().get(i);
            Formula when = new Formulas(subject).of(branch.when(), Stage.STEP, new LeadState());
            for (int j = 0; j < earlier.size(); j++) {
                if (overlap(earlier.get(j), when)) {
                    found.warning(
                            "overlapping_branches",
                            place.below("branches", i).pointer(),
                            "some leads satisfy the rules of " + route.branchName(i) + " and go down "
                                    + route.branchName(j) + ", which comes first; let each lead satisfy one of them");
                }
            }
            earlier.add(when);
        }
    }

    private static boolean overlap(Formula first, Formula second) {
        Set<Datum> read = new HashSet<>();
        Set<Boolean> known = new HashSet<>();
        first.and(second).comparisons(each -> {
            read.add(each.datum());
            known.add(each.isKnown());
        });
        return read.size() == 1
                && !known.contains(false)
                && !Reasoner.isImpossible(first.and(second))
                && !Reasoner.isImpossible(first.and(second.not()))
                && !Reasoner.isImpossible(second.and(first.not()));
    }
}
