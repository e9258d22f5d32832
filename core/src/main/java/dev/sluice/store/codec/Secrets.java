package dev.sluice.store.codec;

import dev.sluice.types.Pii;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** Secret values enter the log as masks only. */
final class Secrets {
    private static final Text MASK = new Text("***");

    private Secrets() {}

    static Typed maskIfSecret(Typed typed) {
        return typed.type().pii() == Pii.SECRET ? mask(typed) : typed;
    }

    /** Any value as its mask; what has no type becomes stars that do not tell its length. */
    static Value mask(Value value) {
        if (value.isAbsent()) {
            return value;
        }
        return value instanceof Typed typed ? mask(typed) : MASK;
    }

    private static Typed mask(Typed typed) {
        return typed.masked() ? typed : masked(typed);
    }

    private static Typed masked(Typed typed) {
        try {
            return typed.type().mask(typed);
        } catch (RuntimeException hostType) {
            // A host's type broke its promise; hide everything rather than lose the event.
            return typed.masked(MASK, MASK);
        }
    }
}
