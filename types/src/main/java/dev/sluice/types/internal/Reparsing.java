package dev.sluice.types.internal;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** How plain types, which are all about the bare value, read the typed values of other types: from their normal form. */
final class Reparsing {
    private Reparsing() {}

    /** {@code input} as a value of {@code type}; what was first submitted stays its raw form. */
    static Value read(FieldType type, Value input, Parsing parsing) {
        if (input.isAbsent()) {
            return input;
        }
        if (!(input instanceof Typed typed)) {
            return type.parse(input, parsing);
        }
        if (typed.type().name().equals(type.name())) {
            return typed;
        }
        Value normal = typed.normal().isAbsent() ? typed.raw() : typed.normal();
        return type.parse(normal, parsing).withRaw(typed.raw());
    }
}
