package dev.sluice.internal.mapping;

import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.util.List;

/**
 * Names under which a source may send a field beside the field's own.
 *
 * @param place where the field stands in the lead's data
 * @param names in the order in which they are tried
 */
public record OtherNames(int place, List<String> names) {

    /** The first value that is there; {@code given} when it says something, or none of the names does. */
    public Value valueOr(Value given, Lead lead) {
        if (!given.isBlank()) {
            return given;
        }
        for (String name : names) {
            Value value = lead.get(name);
            if (!value.isBlank()) {
                return value;
            }
        }
        return given;
    }
}
