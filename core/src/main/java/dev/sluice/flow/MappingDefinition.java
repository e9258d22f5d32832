package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * Puts one value at one place.
 *
 * @param property the target: a path with dots, numbers make arrays
 * @param value a template, a number, a boolean, null, or an array of templates
 * @param ruleSet when it applies; null for always
 */
public record MappingDefinition(
        String property, Value value, @Nullable RuleSet ruleSet) {
    public MappingDefinition {
        requireNonNull(property, "property");
        requireNonNull(value, "value");
    }

    /** An unconditional mapping of a template. */
    public static MappingDefinition of(String property, String template) {
        return new MappingDefinition(property, Value.text(template), null);
    }
}
