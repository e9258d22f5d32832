package dev.sluice.batches;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A format of which each row takes its time.
 *
 * @param files how many were begun
 * @param pause what happens at each row
 */
record SlowFormat(AtomicInteger files, Runnable pause) implements RowFormat {
    private static final RowFormat LINES = LineFormat.plain();

    @Override
    public String extension() {
        return LINES.extension();
    }

    @Override
    public String mediaType() {
        return LINES.mediaType();
    }

    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        RowWriter lines = LINES.open(columns, out);
        files.incrementAndGet();
        return new RowWriter() {
            @Override
            public void row(Obj row) throws IOException {
                pause.run();
                lines.row(row);
            }

            @Override
            public void end() throws IOException {
                lines.end();
            }

            @Override
            public long marked() {
                return lines.marked();
            }
        };
    }
}
