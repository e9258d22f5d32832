package dev.sluice.export;

import java.io.IOException;
import java.util.List;

/** Looks through all rows for what columns they have. */
final class FoundColumns {
    /** More columns than any spreadsheet shows; names of leads come from anybody. */
    private static final int MOST = 16_384;

    private FoundColumns() {}

    static <T> List<Heading> headings(Source<T> source, Filling.Progress ear) throws IOException {
        Rows.Discovery<T> discovery = source.rows().discovery();
        source.read(Place.START, (row, event) -> {
            discovery.look(row);
            return discovery.size() <= MOST && !ear.isStopped();
        });
        if (discovery.size() > MOST) {
            throw new TooManyColumnsException("there are more than " + MOST + " columns; name those that are wanted");
        }
        return discovery.headings();
    }
}
