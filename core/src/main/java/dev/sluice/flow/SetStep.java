package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives fields of the lead values that are made of others. Every mapping sees the lead as it was before the step; of two
 * for one field the later wins. A mapping from which nothing comes leaves its field as it is.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param mappings the property of each is a field of the flow, perhaps written {@code lead.<field>}
 */
public record SetStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        List<MappingDefinition> mappings) implements StepDefinition {
    private static final String LEAD = "lead.";

    public SetStep {
        requireNonNull(id, "id");
        mappings = List.copyOf(mappings);
    }

    /** A step that always runs. */
    public static SetStep of(String id, MappingDefinition... mappings) {
        return new SetStep(id, null, true, null, List.of(mappings));
    }

    /** The id of the field that a mapping with this property sets. */
    public static String field(String property) {
        return property.startsWith(LEAD) ? property.substring(LEAD.length()) : property;
    }

    @Override
    public String kind() {
        return "set";
    }
}
