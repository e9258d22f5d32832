package dev.sluice.internal.mapping;

import dev.sluice.rules.CompiledRules;
import dev.sluice.types.At;
import dev.sluice.types.Lead;
import dev.sluice.types.Missing;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * Fills one field from what the source sent.
 *
 * @param property the target as it is written
 * @param place where the field stands
 * @param rename the raw name, when the mapping does nothing but rename; null otherwise
 * @param when when it applies; null for always
 * @param source what to fill in
 */
public record InboundMapping(
        String property,
        int place,
        @Nullable String rename,
        @Nullable CompiledRules when,
        ValueSource source) {

    /** The value of a plain renaming; null when this is more than that. */
    @Nullable public Value direct(Lead lead) {
        if (rename == null) {
            return null;
        }
        Value value = lead.get(rename);
        return value.isBlank() ? Missing.MISSING : value;
    }

    /** The value, or missing when the mapping does not apply or gives nothing. */
    public Value value(Scope raw, At at) {
        if (when != null && !when.decide(raw, at).passed()) {
            return Missing.MISSING;
        }
        return source.value(raw, at);
    }
}
