package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an export is. Immutable.
 *
 * @param id its id
 * @param kind what its rows are
 * @param state where it is
 * @param asOf the moment of the request: nothing that happened later is in it
 * @param rows how many rows have arrived
 * @param marked how many values are written other than they are: see {@link dev.sluice.delivery.RowWriter#marked}
 * @param share how much of it has been done, from 0 to 1
 * @param files what has arrived
 * @param problem why it failed, or is tried again; null when all is well. Names no personal value
 */
public record ExportJob(
        String id,
        ExportKind kind,
        ExportState state,
        Instant asOf,
        long rows,
        long marked,
        double share,
        List<ExportFile> files,
        @Nullable String problem) {
    public ExportJob {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(asOf, "asOf");
        files = List.copyOf(files);
    }

    /** Why it failed, or is tried again. */
    public Optional<String> why() {
        return Optional.ofNullable(problem);
    }
}
