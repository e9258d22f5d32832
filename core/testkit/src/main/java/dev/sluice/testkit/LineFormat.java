package dev.sluice.testkit;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row a line, its cells between bars. */
final class LineFormat implements RowFormat {
    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) {
        return new RowWriter() {
            @Override
            public void row(Obj row) throws IOException {
                String line = IntStream.range(0, columns.size())
                        .mapToObj(i -> row.get(columns.name(i)).text())
                        .collect(Collectors.joining("|"));
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
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
}
