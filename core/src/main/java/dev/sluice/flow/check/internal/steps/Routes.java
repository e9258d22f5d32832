package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.RouteStep;
import dev.sluice.flow.RouteStep.Branch;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.util.List;

/** Routes without branches, with branches that no lead can reach, or that lead nowhere at all. */
final class Routes implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RouteStep route) {
                    route(route, place, found);
                }
            }
        });
    }

    private static void route(RouteStep route, Place place, Found found) {
        List<Branch> branches = route.branches();
        if (branches.isEmpty()) {
            found.error("no_branches", place.pointer() + "/branches", "a route needs a branch; add one with 'when'");
        } else if (branches.stream().allMatch(branch -> branch.steps().isEmpty())
                && route.otherwise().isEmpty()) {
            found.warning("nothing_to_do", place.pointer(), "no way of this route has a step; add some or remove it");
        }
        shadowed(route, place, found);
    }

    private static void shadowed(RouteStep route, Place place, Found found) {
        List<Branch> branches = route.branches();
        for (int i = 0; i < branches.size(); i++) {
            if (isForAll(branches.get(i))) {
                if (i + 1 < branches.size() || !route.otherwise().isEmpty()) {
                    found.warning(
                            "shadowed_branch",
                            i + 1 < branches.size()
                                    ? place.below("branches", i + 1).pointer()
                                    : place.below(RouteStep.DEFAULT).pointer(),
                            "no lead comes here, for " + route.branchName(i)
                                    + " wants every lead; give that one rules, or make it the default");
                }
                return;
            }
        }
    }

    private static boolean isForAll(Branch branch) {
        return branch.when() == null
                || branch.when().rules().isEmpty() && !branch.when().negated();
    }
}
