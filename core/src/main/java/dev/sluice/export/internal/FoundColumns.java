package dev.sluice.export.internal;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks through rows for what columns they have. */
public final class FoundColumns {
    /** More columns than any spreadsheet shows; names of leads come from anybody. */
    private static final int MOST = 16_384;

    private FoundColumns() {}

    /**
     * The columns of a file: as they are named, or those that are wanted of all that some row has.
     *
     * @throws TooManyColumnsException if there are more than a file can have
     */
    public static <T> List<String> of(ColumnChoice wanted, Source<T> source, BooleanSupplier isStopped)
            throws IOException {
        return wanted.isNamed() ? wanted.named() : wanted.among(headings(source, isStopped));
    }

    private static <T> List<Heading> headings(Source<T> source, BooleanSupplier isStopped) throws IOException {
        Rows.Discovery<T> discovery = source.rows().discovery();
        source.read(Place.START, (row, event) -> {
            discovery.look(row);
            return discovery.size() <= MOST && !isStopped.getAsBoolean();
        });
        if (discovery.size() > MOST) {
            throw new TooManyColumnsException("there are more than " + MOST + " columns; name those that are wanted");
        }
        return discovery.headings();
    }
}
