package dev.sluice.workbench.analysis;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Steps and branches that no lead reaches: what comes before lets nobody through who satisfies their rules. Follows the
 * steps in their order with what is known of the leads that come there.
 */
final class Reach implements Check {
    /** With more sources their criteria are left out: fewer steps are then found. */
    private static final int MOST_SOURCES = 20;

    @Override
    public void check(Subject subject, Found found) {
        new Way(subject, found).follow();
    }

    /** One way through a flow. */
    private static final class Way {
        private final Subject subject;
        private final Found found;
        private final Formulas formulas;
        private final LeadState state = new LeadState();
        private final Set<String> entered = new HashSet<>();

        Way(Subject subject, Found found) {
            this.subject = subject;
            this.found = found;
            this.formulas = new Formulas(subject);
        }

        void follow() {
            FlowDefinition flow = subject.flow();
            Formula accepted =
                    formulas.of(flow.acceptance().ruleSet(), Stage.GATE, state).and(sources(flow));
            if (!Reasoner.isImpossible(accepted)) {
                sequence(new Place("/steps", Stage.STEP), flow.steps(), accepted);
            }
        }

        private Formula sources(FlowDefinition flow) {
            List<SourceDefinition> open =
                    flow.sources().stream().filter(SourceDefinition::enabled).toList();
            if (open.size() > MOST_SOURCES) {
                return Formula.TRUE;
            }
            List<Formula> any = new ArrayList<>();
            for (SourceDefinition source : open) {
                Rule from = Rule.of("source.id", Operator.IS_EQUAL_TO, Value.text(source.id()));
                any.add(formulas.of(from, Stage.GATE, state)
                        .and(formulas.of(source.acceptance().ruleSet(), Stage.GATE, state)));
            }
            return new Formula.Any(any);
        }

        private void sequence(Place place, List<StepDefinition> steps, Formula coming) {
            Set<String> joining = new HashSet<>();
            Formula reach = coming;
            boolean told = false;
            for (int i = 0; i < steps.size(); i++) {
                StepDefinition step = steps.get(i);
                reach = joining.contains(step.id()) ? coming : reach;
                boolean nobody = Reasoner.isImpossible(reach);
                if (nobody && !told && step.enabled()) {
                    nobody(place.element(i), "no lead comes to this step: all are stopped or led past it before");
                }
                told = nobody;
                if (!nobody && step.enabled()) {
                    reach = step(place.element(i), step, reach, joining);
                }
            }
        }

        private void nobody(Place place, String text) {
            found.warning("unreachable_step", place.pointer(), text + "; correct the rules or remove it");
        }

        /** Who goes on behind {@code step}. */
        private Formula step(Place place, StepDefinition step, Formula reach, Set<String> joining) {
            if (step instanceof FilterStep filter) {
                return filter(filter, reach, joining);
            }
            Formula own = formulas.of(step.ruleSet(), Stage.STEP, state);
            Formula inside = reach.and(own);
            if (Reasoner.isImpossible(inside)) {
                if (!Reasoner.isImpossible(own)) {
                    nobody(place, "no lead that comes here satisfies the rules of this step");
                }
                return reach;
            }
            if (step instanceof RouteStep route) {
                branches(place, route, inside);
            } else if (step instanceof DistributeStep distribution) {
                for (int i = 0; i < distribution.recipients().size(); i++) {
                    member(
                            place.below("recipients", i),
                            distribution.recipients().get(i),
                            inside);
                }
            } else if (step instanceof GroupStep group) {
                for (int i = 0; i < group.steps().size(); i++) {
                    member(place.below("steps", i), group.steps().get(i), inside);
                }
            }
            changes(step);
            return reach;
        }

        private void member(Place place, StepDefinition member, Formula reach) {
            if (member.enabled()) {
                step(place, member, reach, new HashSet<>());
            }
        }

        private void branches(Place place, RouteStep route, Formula reach) {
            Formula left = reach;
            for (int i = 0; i < route.branches().size(); i++) {
                Formula when = formulas.of(route.branches().get(i).when(), Stage.STEP, state);
                Formula here = left.and(when);
                if (!Reasoner.isImpossible(here)) {
                    sequence(
                            place.below("branches", i).below("steps"),
                            route.branches().get(i).steps(),
                            here);
                } else if (!Reasoner.isImpossible(when)) {
                    found.warning(
                            "unreachable_branch",
                            place.below("branches", i).pointer(),
                            "no lead comes to " + route.branchName(i)
                                    + ": those that satisfy its rules are stopped before or go down earlier branches");
                }
                left = left.and(when.not());
            }
            if (!Reasoner.isImpossible(left)) {
                sequence(place.below(RouteStep.DEFAULT), route.otherwise(), left);
            }
        }

        private Formula filter(FilterStep filter, Formula reach, Set<String> joining) {
            Formula passes = formulas.of(filter.ruleSet(), Stage.STEP, state);
            boolean onPass = goesOn(filter.onPass(), joining);
            boolean onFail = goesOn(filter.onFail(), joining);
            if (onPass && onFail) {
                return reach;
            }
            return onPass ? reach.and(passes) : onFail ? reach.and(passes.not()) : Formula.FALSE;
        }

        /** Whether leads go on with the next step. Of those who join again later nothing is known but how they came. */
        private static boolean goesOn(FilterAction action, Set<String> joining) {
            if (action.kind() == FilterAction.Kind.SKIP_TO && action.target() != null) {
                joining.add(action.target());
            }
            return action.kind() == FilterAction.Kind.CONTINUE;
        }

        /** What the step and those inside it leave behind. */
        private void changes(StepDefinition step) {
            state.changed(Section.STEPS, step.id());
            FlowLayout.keys(step).forEach(key -> state.changed(Section.APPENDED, key));
            if (step instanceof SetStep set) {
                set.mappings().forEach(each -> state.changed(Section.LEAD, SetStep.field(each.property())));
            }
            step.nested().values().forEach(steps -> steps.forEach(this::changes));
            if (step instanceof SubFlowStep uses && entered.add(uses.subFlow())) {
                subject.flow()
                        .subFlows()
                        .getOrDefault(uses.subFlow(), List.of())
                        .forEach(this::changes);
                entered.remove(uses.subFlow());
            }
        }
    }
}
