package dev.sluice.flow.check;

import dev.sluice.rules.Finding;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Stage;

/** Everything that compiling the rules finds. Names that a source sends need not be declared. */
final class RuleSets implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void ruleSet(Place place, RuleSet set) {
                for (Finding finding : subject.rules(place.stage()).compile(set).findings()) {
                    if (place.stage() != Stage.INBOUND || !finding.code().equals("unknown_field")) {
                        found.add(finding.below(place.pointer()));
                    }
                }
            }
        });
    }
}
