package dev.sluice.http.internal.body;

import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** Values as recipients get them: of a typed one its normal form, or what was given when it is invalid. */
final class Plain {
    private Plain() {}

    static Value of(Value value) {
        if (value instanceof Typed typed) {
            return typed.valid() ? typed.normal() : new Text(typed.raw().text());
        }
        return value;
    }
}
