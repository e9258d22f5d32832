package dev.sluice.export;

import dev.sluice.delivery.RowFormat;
import dev.sluice.export.internal.FoundColumns;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Rows of leads and events. */
record LogContent<T>(Source<T> source, RowFormat format, Job job, Filling.Progress ear) implements Content {
    @Override
    public List<String> columns() throws IOException {
        return FoundColumns.of(job.request().columns().choice(), source, ear::isStopped);
    }

    @Override
    public Filling.Filled fill(Place from, List<String> columns, OutputStream out, String name) throws IOException {
        return new Filling<>(source, columns, format, job.request(), job.asOf(), ear).fill(from, out, name);
    }
}
