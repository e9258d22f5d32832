package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts one value at one place: takes it, transforms it, and puts it there unless nothing came of it.
 *
 * @param property the target: a path with dots, numbers make arrays
 * @param value where the value comes from
 * @param transforms what is done to it, in order
 * @param fallback what is put there when nothing came of it; missing for nothing
 * @param ruleSet when it applies; null for always
 * @param required whether nothing is sent, and the step is an error, when it applies and nothing came of it; for what is
 *     sent to recipients and look-ups of steps, and for columns of batches
 */
public record MappingDefinition(
        String property,
        MappingValue value,
        List<Transform> transforms,
        Value fallback,
        @Nullable RuleSet ruleSet,
        boolean required) {
    public MappingDefinition {
        requireNonNull(property, "property");
        requireNonNull(value, "value");
        requireNonNull(fallback, "fallback");
        transforms = List.copyOf(transforms);
    }

    /** An unconditional mapping of a template. */
    public static MappingDefinition of(String property, String template) {
        return of(property, MappingValue.of(template));
    }

    /** An unconditional mapping of {@code value}. */
    public static MappingDefinition of(String property, MappingValue value) {
        return new MappingDefinition(property, value, List.of(), Value.missing(), null, false);
    }

    /** This mapping with one more transform. */
    public MappingDefinition then(Transform transform) {
        List<Transform> more = new ArrayList<>(transforms);
        more.add(transform);
        return new MappingDefinition(property, value, more, fallback, ruleSet, required);
    }

    /** This mapping with a value for when nothing comes of it. */
    public MappingDefinition orElse(Value standard) {
        return new MappingDefinition(property, value, transforms, standard, ruleSet, required);
    }

    /** This mapping for leads that satisfy {@code rules} only. */
    public MappingDefinition when(RuleSet rules) {
        return new MappingDefinition(property, value, transforms, fallback, rules, required);
    }

    /** This mapping of something without which nothing is sent. */
    public MappingDefinition mandatory() {
        return new MappingDefinition(property, value, transforms, fallback, ruleSet, true);
    }
}
