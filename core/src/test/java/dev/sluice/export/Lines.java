package dev.sluice.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;

/** The plainest format: texts with bars between, under a header. */
final class Lines implements RowFormat {
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
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            header.append(i == 0 ? "" : "|").append(columns.name(i));
        }
        out.write(header.append('\n').toString().getBytes(UTF_8));
        return new RowWriter() {
            @Override
            public void row(Obj row) throws IOException {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < columns.size(); i++) {
                    line.append(i == 0 ? "" : "|").append(row.at(i).text());
                }
                out.write(line.append('\n').toString().getBytes(UTF_8));
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
