package dev.sluice.workbench.analysis;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Rules that no lead satisfies, and rules that every lead satisfies. */
final class RuleReasoning implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void ruleSet(Place place, RuleSet set) {
                new Judge(subject, place, found).set(set, place);
            }
        });
    }

    /** Judges one set and those inside it. */
    private record Judge(Subject subject, Place outer, Found found) {

        /** What is said of a set says enough of all that is in it. */
        void set(RuleSet set, Place place) {
            if (set.rules().isEmpty()) {
                return;
            }
            if (isImpossible(set)) {
                found.warning("contradictory_rules", place.pointer(), contradiction(set));
            } else if (Reasoner.isCertain(formula(set))) {
                found.warning(
                        "always_true_rules",
                        place.pointer(),
                        "every lead satisfies these rules, so they decide nothing; remove or correct them");
            } else {
                inside(set, place);
            }
        }

        private void inside(RuleSet set, Place place) {
            for (int i = 0; i < set.rules().size(); i++) {
                Place own = place.below("rules", i);
                Condition condition = set.rules().get(i);
                if (condition instanceof RuleSet inner) {
                    set(inner, own);
                } else if (condition instanceof Rule rule && rule.ruleSet() != null) {
                    set(rule.ruleSet(), own.below("ruleSet"));
                } else if (condition instanceof Rule rule && isImpossible(rule)) {
                    found.warning("contradictory_rules", own.pointer(), words(rule) + " never holds; correct it");
                }
            }
        }

        private boolean isImpossible(Condition condition) {
            return Reasoner.isImpossible(formula(condition));
        }

        private Formula formula(Condition condition) {
            return new Formulas(subject).of(condition, outer.stage(), new LeadState());
        }

        private String contradiction(RuleSet set) {
            List<Condition> few = new ArrayList<>(set.rules());
            boolean all = set.op() == RuleSet.Op.AND && !set.negated();
            for (Condition each : all ? set.rules() : List.<Condition>of()) {
                List<Condition> fewer = new ArrayList<>(few);
                fewer.remove(each);
                if (!fewer.isEmpty() && isImpossible(RuleSet.and(fewer))) {
                    few = fewer;
                }
            }
            String which = all && few.size() < 4 ? String.join(" and ", words(few)) : "what these rules demand";
            return "no lead satisfies these rules: " + which
                    + (few.size() == 1 ? " never holds" : " exclude each other") + "; correct them";
        }

        private static List<String> words(List<Condition> conditions) {
            return conditions.stream().map(Judge::words).toList();
        }

        private static String words(Condition condition) {
            return condition instanceof Rule rule
                    ? "'" + (rule.lhv() + " " + rule.op() + " " + Values.brief(rule.rhv())).trim() + "'"
                    : "a set of rules";
        }
    }
}
