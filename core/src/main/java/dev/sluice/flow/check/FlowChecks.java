package dev.sluice.flow.check;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.check.internal.fields.FieldChecks;
import dev.sluice.flow.check.internal.gates.GateChecks;
import dev.sluice.flow.check.internal.money.MoneyChecks;
import dev.sluice.flow.check.internal.steps.StepChecks;
import dev.sluice.flow.check.internal.texts.TextChecks;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything that can be checked on a definition without its plugins. An error forbids opening the flow; a warning does
 * not. Codes and what they mean stand in core's README. Immutable and safe on any thread.
 *
 * <p>Pointers name keys in their canonical spelling.
 */
public final class FlowChecks {
    private static final List<Check> ALL = Stream.of(
                    FieldChecks.all(), GateChecks.all(), MoneyChecks.all(), StepChecks.all(), TextChecks.all())
            .flatMap(List::stream)
            .toList();

    private final FieldTypes types;
    private final Templates templates;
    private final UnaryOperator<Rules> settings;

    private FlowChecks(FieldTypes types, Templates templates, UnaryOperator<Rules> settings) {
        this.types = requireNonNull(types, "types");
        this.templates = requireNonNull(templates, "templates");
        this.settings = requireNonNull(settings, "settings");
    }

    /** With the built-in field types and helpers. */
    public static FlowChecks standard() {
        return of(FieldTypes.standard(), Templates.standard());
    }

    /** With the field types and helpers of a host. */
    public static FlowChecks of(FieldTypes types, Templates templates) {
        return new FlowChecks(types, templates, UnaryOperator.identity());
    }

    /** These checks with the host's settings of rules: obscenity, expressions. */
    public FlowChecks rules(UnaryOperator<Rules> settings) {
        return new FlowChecks(types, templates, settings);
    }

    /** What {@code others} alone find, in the order of the definition, with the types, helpers and settings of these checks. */
    public List<Finding> only(List<Check> others, FlowDefinition flow) {
        return found(others, flow);
    }

    /** All findings in the order of the definition; empty when there is nothing to say. Never throws for what the definition says. */
    public List<Finding> check(FlowDefinition flow) {
        return found(ALL, flow);
    }

    private List<Finding> found(List<Check> checks, FlowDefinition flow) {
        Subject subject = new Subject(flow, FlowLayout.of(flow, types), types, templates, settings);
        Found found = new Found();
        checks.forEach(check -> check.check(subject, found));
        return found.list().stream().sorted(TextOrder.OF_FINDINGS).toList();
    }
}
