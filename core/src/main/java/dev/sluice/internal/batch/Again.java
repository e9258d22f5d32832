package dev.sluice.internal.batch;

import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;

/**
 * A file that was sent and is wanted again.
 *
 * @param file its number
 * @param asSent whether with the settings of that time, and not with those of today
 */
record Again(long file, boolean asSent) {
    private static final Shape SHAPE = Shape.of("file", "asSent");

    Obj tree() {
        return Obj.of(SHAPE, Value.number(file), Value.bool(asSent));
    }

    static Again read(Value value) {
        return new Again(Row.number(value.part("file")), value.part("asSent") == Value.bool(true));
    }
}
