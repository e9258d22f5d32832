package dev.sluice.export;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.event.Event;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Rows;
import dev.sluice.export.internal.Source;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Fills files with rows, one after the other.
 *
 * @param source where rows come from
 * @param columns the names of the columns
 * @param format how rows are written
 * @param request how much a file takes
 * @param asOf the moment at which the share of what was done is whole
 * @param ear who is told of each row
 */
record Filling<T>(
        Source<T> source, List<String> columns, RowFormat format, ExportRequest request, Instant asOf, Progress ear) {

    /** Is told of rows, and may end it all. */
    interface Progress {
        void row(long rows, double share);

        boolean isStopped();
    }

    /**
     * What was written.
     *
     * @param next where to go on
     * @param rows how many
     * @param marked how many values are marked
     * @param share how much of the whole has been done
     * @param stopped whether it was ended before its time, so that the file is of no use
     */
    record Filled(Place next, long rows, long marked, double share, boolean stopped) {}

    /** Writes one file; closes {@code out}. */
    Filled fill(Place from, OutputStream out, String content) throws IOException {
        try (OutputStream compressed = request.compression().over(out, content)) {
            Writing writing = new Writing(new Counted(compressed));
            Place next = source.read(from, writing::take);
            writing.end();
            return writing.filled(next);
        }
    }

    private final class Writing {
        private final Rows.Table<T> table = source.rows().table(columns);
        private final Counted counted;
        private final RowWriter writer;
        private long rows;
        private long start;
        private double share;
        private boolean stopped;

        private Writing(Counted counted) throws IOException {
            this.counted = counted;
            this.writer = format.open(table.shape(), counted);
        }

        private boolean take(T row, Event event) throws IOException {
            writer.row(table.row(row));
            rows++;
            share = share(event.at());
            ear.row(rows, share);
            stopped = ear.isStopped();
            return !stopped && rows < request.fileRows() && counted.bytes < request.fileBytes();
        }

        private double share(Instant at) {
            if (rows == 1) {
                start = source.query().start().orElse(at).toEpochMilli();
            }
            double whole = asOf.toEpochMilli() - start;
            return whole <= 0 ? 0 : Math.min(1, (at.toEpochMilli() - start) / whole);
        }

        private void end() throws IOException {
            writer.end();
        }

        private Filled filled(Place next) {
            return new Filled(next, rows, writer.marked(), next.end() ? 1 : share, stopped);
        }
    }

    /** Bytes before compression. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] all, int from, int length) throws IOException {
            out.write(all, from, length);
            bytes += length;
        }
    }
}
