package dev.sluice.export;

import dev.sluice.audit.Horizon;
import dev.sluice.delivery.RowFormat;
import dev.sluice.export.internal.FoundColumns;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of leads and events. */
record LogContent<T>(Source<T> source, RowFormat format, Job job, Filling.Progress ear, Horizon horizon)
        implements Content {
    @Override
    public boolean isTruncated() {
        Optional<Instant> start = source.query().start();
        return start.isPresent()
                && horizon.moment().filter(start.get()::isBefore).isPresent();
    }

    @Override
    public List<String> columns() throws IOException {
        return FoundColumns.of(job.request().columns().choice(), source, ear::isStopped);
    }

    @Override
    public Filling.Filled fill(Place from, List<String> columns, OutputStream out, String name) throws IOException {
        return new Filling<>(source, columns, format, job.request(), job.asOf(), ear).fill(from, out, name);
    }
}
