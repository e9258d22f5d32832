package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different about a field of the flow for one source.
 *
 * @param field the field's id
 * @param required whether the source must fill it; null for what the flow says
 * @param names other names under which the source may send it, in the order in which they are tried
 * @param defaultValue what it is when the source leaves it blank; missing for what the flow says
 */
public record FieldOverride(String field, @Nullable Boolean required, List<String> names, Value defaultValue) {
    public FieldOverride {
        requireNonNull(field, "field");
        requireNonNull(defaultValue, "defaultValue");
        names = List.copyOf(names);
    }

    /** A field that the source must fill, or need not. */
    public static FieldOverride required(String field, boolean required) {
        return new FieldOverride(field, required, List.of(), Value.missing());
    }

    /** A field that the source sends under other names too. */
    public static FieldOverride names(String field, String... names) {
        return new FieldOverride(field, null, List.of(names), Value.missing());
    }
}
