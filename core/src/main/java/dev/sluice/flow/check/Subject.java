package dev.sluice.flow.check;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.util.function.UnaryOperator;

/**
 * The flow under examination and what it would be opened with.
 *
 * @param layout what the flow declares, by which its paths are compiled
 * @param settings what the host has set for rules
 */
public record Subject(
        FlowDefinition flow, Layout layout, FieldTypes types, Templates templates, UnaryOperator<Rules> settings) {

    /** The compiler of rules that stand at {@code stage}. */
    public Rules rules(Stage stage) {
        return settings.apply(Rules.with(layout, stage, templates));
    }
}
