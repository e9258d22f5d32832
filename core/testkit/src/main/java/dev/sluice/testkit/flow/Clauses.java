package dev.sluice.testkit.flow;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;

/** Compiles the rules of a flow as far as that goes without what a host adds. */
final class Clauses {
    private final FlowDefinition flow;
    private final Layout layout;

    Clauses(FlowDefinition flow) {
        this.flow = flow;
        this.layout = FlowLayout.of(flow, FieldTypes.standard());
    }

    CoveredRules at(String place, RuleSet rules, Stage stage) {
        return new CoveredRules(
                place, Rules.with(layout, stage, Templates.standard()).compile(rules), flow.timeZone());
    }
}
