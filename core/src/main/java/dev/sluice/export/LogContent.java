package dev.sluice.export;

import dev.sluice.delivery.RowFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Rows of leads and events. */
record LogContent<T>(Source<T> source, RowFormat format, Job job, Filling.Progress ear) implements Content {
    @Override
    public List<String> columns() throws IOException {
        Columns wanted = job.request().columns();
        return wanted.areNamed() ? wanted.among(List.of()) : wanted.among(FoundColumns.headings(source, ear));
    }

    @Override
    public Filling.Filled fill(Place from, List<String> columns, OutputStream out, String name) throws IOException {
        return new Filling<>(source, columns, format, job.request(), job.asOf(), ear).fill(from, out, name);
    }
}
