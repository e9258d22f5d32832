package dev.sluice.cli.line;

import dev.sluice.types.Obj;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** A value with all that a type knows of it, as an answer shows it. */
final class Parsed {
    private Parsed() {}

    /** {@code value}, {@code raw}, {@code valid}, every component that is there, {@code problem} and {@code masked}. */
    static Obj of(Value value) {
        if (!(value instanceof Typed typed)) {
            return Obj.EMPTY.with("value", value).with("raw", value);
        }
        Obj answer = Obj.EMPTY
                .with("value", typed.normal())
                .with("raw", typed.raw())
                .with("valid", Value.bool(typed.valid()));
        for (int i = 0; i < typed.parts().size(); i++) {
            answer = answer.with(typed.parts().name(i), typed.component(i));
        }
        if (typed.problem().isPresent()) {
            answer = answer.with("problem", typed.problem().get().value());
        }
        return typed.masked() ? answer.with("masked", Value.bool(true)) : answer;
    }
}
