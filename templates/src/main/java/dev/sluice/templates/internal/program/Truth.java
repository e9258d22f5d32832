package dev.sluice.templates.internal.program;

import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Value;

/** What counts as true in a condition: everything but blank, false and zero. */
final class Truth {
    private Truth() {}

    static boolean of(Value value) {
        Value plain = value.plain();
        if (plain instanceof Bool flag) {
            return flag.value();
        }
        if (plain instanceof Num number) {
            return number.value().signum() != 0;
        }
        return !plain.isBlank();
    }

    /** As {@link #of}, with zero for true. */
    static boolean orZero(Value value) {
        return value.plain() instanceof Num || of(value);
    }
}
