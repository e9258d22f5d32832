package dev.sluice.internal.record;

import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;

/** Reads the facts of events. What is absent, or of another kind than it was written, is nothing. */
public final class Facts {
    private Facts() {}

    /** The elements of a list. */
    public static List<Value> all(Value list) {
        return list instanceof Arr arr ? arr.values() : List.of();
    }

    /** The texts in a list. */
    public static List<String> texts(Value list) {
        return all(list).stream().map(Value::text).toList();
    }

    public static BigDecimal amount(Value number) {
        return number instanceof Num num ? num.value() : BigDecimal.ZERO;
    }
}
