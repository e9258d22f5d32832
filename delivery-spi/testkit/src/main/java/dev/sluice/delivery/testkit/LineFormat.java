package dev.sluice.delivery.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plainest of formats, for tests of what is around it: a row a line, its cells between bars. */
public final class LineFormat implements RowFormat {
    private final boolean header;
    private final Runnable afterRow;

    private LineFormat(boolean header, Runnable afterRow) {
        this.header = header;
        this.afterRow = afterRow;
    }

    /** Rows and nothing else. */
    public static LineFormat plain() {
        return new LineFormat(false, () -> {});
    }

    /** Rows under the names of their columns. */
    public static LineFormat withHeader() {
        return new LineFormat(true, () -> {});
    }

    /** This, with something that happens after each row: time that passes, or an end. */
    public LineFormat then(Runnable afterRow) {
        return new LineFormat(header, requireNonNull(afterRow, "afterRow"));
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        if (header) {
            line(columns, out, columns::name);
        }
        return new RowWriter() {
            @Override
            public void row(Obj row) throws IOException {
                line(columns, out, i -> row.get(columns.name(i)).text());
                afterRow.run();
            }

            @Override
            public void end() throws IOException {
                out.flush();
            }

            @Override
            public long marked() {
                return 0;
            }
        };
    }

    private static void line(Shape columns, OutputStream out, IntFunction<String> cell) throws IOException {
        String line = IntStream.range(0, columns.size()).mapToObj(cell).collect(Collectors.joining("|"));
        out.write((line + "\n").getBytes(UTF_8));
    }
}
