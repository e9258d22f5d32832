package dev.sluice.templates;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;

/**
 * One call of a {@link Helper}.
 *
 * @param arguments the values in their order; missing variables are {@link Missing}
 * @param named the values given as {@code name=value}
 * @param at now and the zone of dates that name none
 */
public record HelperCall(List<Value> arguments, Map<String, Value> named, At at) {
    public HelperCall {
        arguments = List.copyOf(arguments);
        named = Map.copyOf(named);
        requireNonNull(at, "at");
    }

    /** The argument at place {@code i} from 0, or {@link Missing}. */
    public Value argument(int i) {
        return i < arguments.size() ? arguments.get(i) : Missing.MISSING;
    }

    /** The argument given as {@code name=}, or {@link Missing}. */
    public Value named(String name) {
        return named.getOrDefault(name, Missing.MISSING);
    }
}
