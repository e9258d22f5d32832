package dev.sluice.batch;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** The text of cells, made safe, and how many of them had to be. */
final class Cells {
    private final boolean formulaSafe;
    private final char delimiter;
    private final Encodable encodable;
    private final String nullValue;
    private long marked;

    Cells(CsvFormat.Builder settings) {
        this.formulaSafe = settings.formulaSafe;
        this.delimiter = settings.delimiter;
        this.nullValue = settings.nullValue;
        this.encodable = new Encodable(settings.encoding);
    }

    /** The name of a column, which comes from anybody just as values do. */
    String name(String column) {
        return encodable.text(formulaSafe ? Formulas.safe(column, delimiter) : column);
    }

    /** The text of a value as it was given; most are plain texts, which are not asked anything else. */
    String given(Value value) {
        if (value instanceof Text plain) {
            return plain.value();
        }
        return value.isAbsent() ? nullValue : text(value);
    }

    /** The text as it is written, by its {@link Traits}: the same one where nothing has to be changed. */
    String safe(Value value, String text, int traits) {
        return (traits & (Traits.TRIGGER | Traits.FOREIGN)) == 0 || value.isAbsent()
                ? text
                : changed(value, text, traits);
    }

    private String changed(Value value, String text, int traits) {
        String safe = isDangerous(value, text, traits) ? Formulas.safe(text, delimiter) : text;
        String written = (traits & Traits.FOREIGN) == 0 ? safe : encodable.text(safe);
        if (!written.equals(text)) {
            marked++;
        }
        return written;
    }

    private static boolean isDangerous(Value value, String text, int traits) {
        boolean asked = (traits & Traits.TRIGGER) != 0;
        boolean within = (traits & Traits.CELLS) != 0;
        return asked && (within || Formulas.isDangerous(text)) && !isPlainNumber(value, text);
    }

    /** Numbers keep the digits that they were given with: 25.00 is an amount. */
    static String text(Value value) {
        if (value.plain() instanceof Num num) {
            String spelling = num.spelling();
            return PlainNumber.is(spelling) ? spelling : num.text();
        }
        return value.text();
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
