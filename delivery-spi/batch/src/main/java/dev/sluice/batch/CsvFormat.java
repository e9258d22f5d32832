package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Cells between delimiters, rows on lines: CSV, tab-separated, or with any other delimiter.
 *
 * <p>By default as RFC 4180 says, with a header, in UTF-8, with lines that end in LF, qualifiers where they are needed, an
 * empty cell for null, and cells in which a spreadsheet would see a formula made safe ({@link Formulas}). What the encoding
 * has no character for, halves of surrogate pairs among it, is written as {@code \}{@code u20ac} and counted as marked.
 *
 * <p>Typed values are written in their normal form, objects and arrays as JSON.
 */
public final class CsvFormat extends SettledFormat {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final Map<String, Escape> ESCAPES = Map.of("doubled", Escape.DOUBLED, "backslash", Escape.BACKSLASH);

    private final Builder settings;
    private final Traits traits;

    private CsvFormat(Builder settings) {
        this.settings = settings;
        this.traits = new Traits(settings);
    }

    /** Commas, and all other defaults. */
    public static CsvFormat commas() {
        return builder().build();
    }

    /** Tabs, and all other defaults. */
    public static CsvFormat tabs() {
        return builder().delimiter('\t').build();
    }

    /** Commas, a byte-order mark and CRLF: what spreadsheets open without questions. */
    public static CsvFormat spreadsheet() {
        return builder().byteOrderMark(true).lineEnding(LineEnding.CRLF).build();
    }

    /** Starts with all defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether formulas are made safe is the host's to say: definitions come from others. */
    @Override
    CsvFormat read(FormatSettings given) {
        Builder builder = new Builder(settings);
        given.character("delimiter", builder::delimiter)
                .word("escape", ESCAPES, builder::escape)
                .text("qualifier", text -> qualifier(builder, text))
                .flag("qualifyAll", builder::qualifyAll)
                .lineEnding(builder::lineEnding)
                .text("nullValue", builder::nullValue)
                .encoding(builder::encoding)
                .flag("header", builder::header)
                .flag("byteOrderMark", builder::byteOrderMark);
        return given.made(builder::build, "delimiter", this);
    }

    private static void qualifier(Builder builder, String text) {
        if (text.length() > 1) {
            throw new IllegalArgumentException("'qualifier' is one character, or empty for none");
        }
        if (text.isEmpty()) {
            builder.noQualifier();
        } else {
            builder.qualifier(text.charAt(0));
        }
    }

    @Override
    public String extension() {
        return settings.delimiter == '\t' ? "tsv" : "csv";
    }

    @Override
    public String mediaType() {
        String type = settings.delimiter == '\t' ? "text/tab-separated-values" : "text/csv";
        return type + "; charset=" + settings.encoding.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, settings.encoding);
        if (settings.byteOrderMark) {
            text.write(BYTE_ORDER_MARK);
        }
        Cells cells = new Cells(settings);
        Records records = settings.escape == Escape.DOUBLED
                ? new DoubledRecords(settings, cells, traits, text)
                : new BackslashRecords(settings, cells, traits, text);
        CsvRows rows = new CsvRows(columns, cells, records);
        if (settings.header) {
            rows.header();
        }
        return rows;
    }

    /** Collects settings. Not safe for several threads. */
    public static final class Builder {
        char delimiter = ',';
        char qualifier = '"';
        boolean qualified = true;
        boolean always;
        Escape escape = Escape.DOUBLED;
        LineEnding lineEnding = LineEnding.LF;
        String nullValue = "";
        Charset encoding = StandardCharsets.UTF_8;
        private boolean header = true;
        private boolean byteOrderMark;
        boolean formulaSafe = true;

        private Builder() {}

        private Builder(Builder other) {
            delimiter = other.delimiter;
            qualifier = other.qualifier;
            qualified = other.qualified;
            always = other.always;
            escape = other.escape;
            lineEnding = other.lineEnding;
            nullValue = other.nullValue;
            encoding = other.encoding;
            header = other.header;
            byteOrderMark = other.byteOrderMark;
            formulaSafe = other.formulaSafe;
        }

        /** What stands between cells; a comma by default. */
        public Builder delimiter(char character) {
            this.delimiter = character;
            return this;
        }

        /** What stands around a value that needs it; a double quote by default. */
        public Builder qualifier(char character) {
            this.qualifier = character;
            this.qualified = true;
            return this;
        }

        /** Nothing stands around values; {@link Escape#BACKSLASH} then keeps them apart. */
        public Builder noQualifier() {
            this.qualified = false;
            this.escape = Escape.BACKSLASH;
            return this;
        }

        /** Whether the qualifier stands around every value, needed or not; false by default. */
        public Builder qualifyAll(boolean all) {
            this.always = all;
            return this;
        }

        /** How qualifiers inside of values are written; doubled by default. */
        public Builder escape(Escape style) {
            this.escape = requireNonNull(style, "style");
            return this;
        }

        /** What stands after each row; LF by default. */
        public Builder lineEnding(LineEnding ending) {
            this.lineEnding = requireNonNull(ending, "ending");
            return this;
        }

        /** What stands for null and for what is missing; nothing by default. */
        public Builder nullValue(String text) {
            this.nullValue = requireNonNull(text, "text");
            return this;
        }

        /** The encoding; UTF-8 by default. */
        public Builder encoding(Charset charset) {
            this.encoding = requireNonNull(charset, "charset");
            return this;
        }

        /** Whether the names of the columns are the first row; true by default. */
        public Builder header(boolean first) {
            this.header = first;
            return this;
        }

        /** Whether the file begins with a byte-order mark; false by default. */
        public Builder byteOrderMark(boolean first) {
            this.byteOrderMark = first;
            return this;
        }

        /**
         * Whether cells in which a spreadsheet would see a formula are made safe; true by default. Switch it off only for
         * files that no spreadsheet opens.
         */
        public Builder formulaSafe(boolean safe) {
            this.formulaSafe = safe;
            return this;
        }

        /** @throws IllegalArgumentException if the settings contradict each other */
        public CsvFormat build() {
            if (delimiter == '\n' || delimiter == '\r' || Character.isSurrogate(delimiter)) {
                throw new IllegalArgumentException("a delimiter is one character, and no line break");
            }
            if (qualified && (qualifier == delimiter || qualifier == '\n' || qualifier == '\r')) {
                throw new IllegalArgumentException("a qualifier is neither the delimiter nor a line break");
            }
            if (!qualified && (escape == Escape.DOUBLED || always)) {
                throw new IllegalArgumentException(
                        "without a qualifier, nothing is qualified and the escape is BACKSLASH");
            }
            if (escape == Escape.BACKSLASH && (delimiter == '\\' || qualifier == '\\')) {
                throw new IllegalArgumentException("the backslash escapes, so it is neither delimiter nor qualifier");
            }
            if (byteOrderMark && !encoding.newEncoder().canEncode(BYTE_ORDER_MARK)) {
                throw new IllegalArgumentException(encoding + " has no byte-order mark");
            }
            return new CsvFormat(new Builder(this));
        }
    }
}
