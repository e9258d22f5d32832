package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
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
