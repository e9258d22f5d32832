package dev.sluice.batch;

import dev.sluice.types.Num;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** The text of cells, made safe, and how many of them had to be. */
final class Cells {
    private final boolean formulaSafe;
    private final char delimiter;
    private final Encodable encodable;
    private long marked;

    Cells(boolean formulaSafe, char delimiter, Encodable encodable) {
        this.formulaSafe = formulaSafe;
        this.delimiter = delimiter;
        this.encodable = encodable;
    }

    /** The name of a column, which comes from anybody just as values do. */
    String name(String column) {
        return encodable.text(formulaSafe ? Formulas.safe(column, delimiter) : column);
    }

    String value(Value value) {
        String text = text(value);
        String safe = formulaSafe && !isPlainNumber(value, text) ? Formulas.safe(text, delimiter) : text;
        String written = encodable.text(safe);
        if (!written.equals(text)) {
            marked++;
        }
        return written;
    }

    /** Numbers keep the digits that they were given with: 25.00 is an amount. */
    static String text(Value value) {
        boolean spelled = value.plain() instanceof Num num && PlainNumber.is(num.spelling());
        return spelled ? ((Num) value.plain()).spelling() : value.text();
    }

    /** Numbers, and phones with a plus, of which a spreadsheet can make nothing but a number. */
    private static boolean isPlainNumber(Value value, String text) {
        boolean typed = value instanceof Num
                || (value instanceof Typed parsed
                        && parsed.valid()
                        && !parsed.type().name().equals("string"));
        return typed && PlainNumber.is(text);
    }

    long marked() {
        return marked;
    }
}
