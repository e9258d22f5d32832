package dev.sluice.rules.internal.check;

import dev.sluice.types.Value;

/** A range as reasons say it: {@code 5 and 10}, however it was written. */
public final class RangeText {
    private RangeText() {}

    public static String inWords(Value value) {
        Bounds bounds = Bounds.of(value);
        return bounds == null
                ? value.text()
                : bounds.low().value.text() + " and " + bounds.high().value.text();
    }
}
