package dev.sluice.templates.internal.program;

import dev.sluice.templates.Escape;
import dev.sluice.templates.internal.helper.Values;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** Writes values into text. */
final class Writer {
    /** Writes values as they are. */
    static final Writer RAW = new Writer(Escape.NONE);

    private static final Writer[] WRITERS = writers();

    private final Escape escape;

    private Writer(Escape escape) {
        this.escape = escape;
    }

    static Writer of(Escape escape) {
        return WRITERS[escape.ordinal()];
    }

    private static Writer[] writers() {
        Writer[] writers = new Writer[Escape.values().length];
        for (Escape escape : Escape.values()) {
            writers[escape.ordinal()] = new Writer(escape);
        }
        return writers;
    }

    /** Nothing for missing and null; elements of an array with commas between them. */
    void write(Value value, StringBuilder out) {
        if (value instanceof Text text) {
            escape.append(text.value(), out);
        } else if (value instanceof Num number) {
            escape.append(number.text(), out);
        } else if (value instanceof Typed typed) {
            write(typed.normal(), out);
        } else if (!value.isAbsent()) {
            escape.append(Values.text(value), out);
        }
    }
}
