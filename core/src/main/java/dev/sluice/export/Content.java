package dev.sluice.export;

import dev.sluice.export.internal.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What an export tells: rows of the log, or of a report. */
interface Content {
    /** The names of its columns, which may need a look at all rows. */
    List<String> columns() throws IOException;

    /** Whether it was asked for more than the log has kept. */
    boolean isTruncated();

    /** Writes one file from {@code from} on; closes {@code out}. */
    Filling.Filled fill(Place from, List<String> columns, OutputStream out, String name) throws IOException;
}
