package dev.sluice.json;

import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;

/**
 * Plain values as JSON text and back. Numbers keep the digits they were written with; text keeps every character, an
 * unpaired surrogate as an escape (in names it is refused when read). A typed value is written as its normal form, a moment as ISO text, a missing member
 * not at all.
 */
public final class ValueJson {
    private ValueJson() {}

    /**
     * Reads one value under {@link JsonLimits#lead()}.
     *
     * @throws InvalidJsonException if the text is not exactly one JSON value, names a member twice, or is too large
     */
    public static Value read(String text) {
        return read(text, JsonLimits.lead());
    }

    /**
     * Reads one value.
     *
     * @throws InvalidJsonException if the text is not exactly one JSON value, names a member twice, or is too large
     */
    public static Value read(String text, JsonLimits limits) {
        return ValueParser.read(text, limits, DuplicateNames.REFUSED);
    }

    /** Reads the data of a lead as tools give it: nested by sections, or flat. See {@link Scope#of}. */
    public static Scope readVars(String text) {
        Value value = read(text);
        if (value instanceof Obj obj) {
            return Scope.of(obj);
        }
        throw new InvalidJsonException("json_syntax", "the data of a lead is an object", 1, 1);
    }

    /** The value on one line. */
    public static String write(Value value) {
        return JsonOut.compact(value);
    }

    /** The value on as many lines as it needs, for people. */
    public static String pretty(Value value) {
        return Pretty.of(value);
    }

    /** The value on one line with sorted names and plain numbers: equal values give equal text. */
    public static String canonical(Value value) {
        return JsonOut.compact(Canonical.of(value));
    }

    /** All data of a lead as a tree, named by sections; names of their own beside them. */
    public static String writeVars(Scope scope) {
        return write(scope.tree());
    }
}
