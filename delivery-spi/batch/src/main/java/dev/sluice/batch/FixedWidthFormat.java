package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Shape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of columns that are so many characters wide, one row on each line.
 *
 * <p>A value that is shorter is filled up with blanks behind it, or as its {@link FixedColumn} says. One that is longer is
 * cut and counted as marked; so is one with control characters, line breaks among them, each of which stands as a blank. What the encoding has
 * no character for stands as {@code ?}, because an escape would not keep the width. A column of the file that has no width is
 * refused when the file is opened, before any row.
 */
public final class FixedWidthFormat extends SettledFormat {
    private final Builder settings;

    private FixedWidthFormat(Builder settings) {
        this.settings = settings;
    }

    /** No columns yet, no header, UTF-8, LF. */
    public static Builder builder() {
        return new Builder();
    }

    /** Columns by their headers: a width, or {@code {"width": 10, "side": "right", "fill": "0"}}. */
    @Override
    FixedWidthFormat read(FormatSettings given) {
        Builder builder = new Builder(settings);
        given.value("columns", value -> FixedColumns.read(value).forEach(builder::column))
                .encoding(builder::encoding)
                .lineEnding(builder::lineEnding)
                .flag("header", builder::header);
        return given.made(builder::build, "columns", this);
    }

    @Override
    public List<ConfigProblem> checkColumns(List<String> headers) {
        return IntStream.range(0, headers.size())
                .filter(i -> !settings.columns.containsKey(headers.get(i)))
                .mapToObj(i -> new ConfigProblem(
                        "/" + i,
                        "column_without_width",
                        "column '" + headers.get(i) + "' has no width; name it in 'columns' of the format"))
                .toList();
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=" + settings.encoding.name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a column has no width
     */
    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        FixedColumn[] widths = new FixedColumn[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            FixedColumn width = settings.columns.get(columns.name(i));
            if (width == null) {
                throw new IllegalArgumentException("column '" + columns.name(i) + "' has no width");
            }
            widths[i] = width;
        }
        Writer text = new BufferedWriter(new OutputStreamWriter(out, settings.encoding));
        FixedCells cells = new FixedCells(text, settings.encoding.newEncoder());
        FixedWidthRows rows = new FixedWidthRows(columns, widths, cells, settings.lineEnding.text());
        if (settings.header) {
            rows.header();
        }
        return rows;
    }

    /** Settings, each with a default. Not thread-safe. */
    public static final class Builder {
        private final Map<String, FixedColumn> columns;
        private Charset encoding = StandardCharsets.UTF_8;
        private LineEnding lineEnding = LineEnding.LF;
        private boolean header;

        private Builder() {
            columns = new LinkedHashMap<>();
        }

        private Builder(Builder other) {
            columns = new LinkedHashMap<>(other.columns);
            encoding = other.encoding;
            lineEnding = other.lineEnding;
            header = other.header;
        }

        /** The column with this header is so many characters wide, filled up with blanks behind its values. */
        public Builder column(String name, int width) {
            return column(name, FixedColumn.of(width));
        }

        /** The column with this header. */
        public Builder column(String name, FixedColumn column) {
            columns.put(requireNonNull(name, "name"), requireNonNull(column, "column"));
            return this;
        }

        /** The encoding; UTF-8 by default. Widths are characters, not bytes. */
        public Builder encoding(Charset charset) {
            this.encoding = requireNonNull(charset, "charset");
            return this;
        }

        /** What stands after each row; LF by default. */
        public Builder lineEnding(LineEnding ending) {
            this.lineEnding = requireNonNull(ending, "ending");
            return this;
        }

        /** Whether the names of the columns, in their widths, are the first row; false by default. */
        public Builder header(boolean first) {
            this.header = first;
            return this;
        }

        public FixedWidthFormat build() {
            return new FixedWidthFormat(new Builder(this));
        }
    }
}
