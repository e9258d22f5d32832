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
    private final Harmless harmless;
    private final String nullValue;
    private final boolean nullIsBare;
    private boolean bare;
    private boolean lastBare;
    private long marked;

    Cells(CsvFormat.Builder settings) {
        this.formulaSafe = settings.formulaSafe;
        this.delimiter = settings.delimiter;
        this.nullValue = settings.nullValue;
        this.encodable = new Encodable(settings.encoding);
        this.harmless = new Harmless(settings, encodable.hasAscii());
        this.nullIsBare = harmless.of(nullValue) == Harmless.Kind.BARE;
    }

    /** From here on, {@link #areBare} tells of the cells to come. */
    void begin() {
        bare = true;
    }

    /** Whether no cell of the row needs anything: neither a qualifier nor a change. */
    boolean areBare() {
        return bare;
    }

    /** Whether the last cell needs nothing. */
    boolean isLastBare() {
        return lastBare;
    }

    private void note(boolean needsNothing) {
        lastBare = needsNothing;
        bare &= needsNothing;
    }

    /** The name of a column, which comes from anybody just as values do. */
    String name(String column) {
        return encodable.text(formulaSafe ? Formulas.safe(column, delimiter) : column);
    }

    /** Most cells are plain texts, which are not asked anything else. */
    String value(Value value) {
        if (value instanceof Text plain) {
            return written(plain, plain.value());
        }
        if (value.isAbsent()) {
            note(nullIsBare);
            return nullValue;
        }
        return written(value, text(value));
    }

    private String written(Value value, String text) {
        Harmless.Kind kind = harmless.of(text);
        note(kind == Harmless.Kind.BARE);
        return kind == Harmless.Kind.UNKNOWN ? changed(value, text) : text;
    }

    private String changed(Value value, String text) {
        String safe = formulaSafe && !isPlainNumber(value, text) ? Formulas.safe(text, delimiter) : text;
        String written = encodable.text(safe);
        if (!written.equals(text)) {
            marked++;
        }
        return written;
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
