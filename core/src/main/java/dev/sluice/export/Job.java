package dev.sluice.export;

import dev.sluice.export.internal.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An export as the store keeps it.
 *
 * @param version counted up by each change, so that nobody writes over another's
 * @param columns the columns once they are known; null before
 * @param next where the next file begins
 * @param tries how often the next file failed
 */
record Job(
        String id,
        long version,
        ExportRequest request,
        ExportState state,
        Instant asOf,
        @Nullable List<String> columns,
        Place next,
        long marked,
        double share,
        List<ExportFile> files,
        int tries,
        @Nullable String problem) {
    Job {
        files = List.copyOf(files);
    }

    static Job asked(String id, ExportRequest request, Instant asOf) {
        return new Job(id, 1, request, ExportState.QUEUED, asOf, null, Place.START, 0, 0, List.of(), 0, null);
    }

    long rows() {
        return files.stream().mapToLong(ExportFile::rows).sum();
    }

    long bytes() {
        return files.stream().mapToLong(ExportFile::bytes).sum();
    }

    Optional<List<String>> knownColumns() {
        return Optional.ofNullable(columns);
    }

    Job with(List<String> found) {
        return new Job(
                id, version, request, ExportState.RUNNING, asOf, found, next, marked, share, files, tries, problem);
    }

    /** With one more file, and nothing wrong; at {@code last} if it is the last one. */
    Job with(ExportFile file, Filling.Filled filled, ExportState last) {
        List<ExportFile> more = new ArrayList<>(files);
        more.add(file);
        ExportState now = filled.next().end() ? last : ExportState.RUNNING;
        long all = marked + filled.marked();
        return new Job(id, version, request, now, asOf, columns, filled.next(), all, filled.share(), more, 0, null);
    }

    Job triedInVain(String why) {
        return new Job(id, version, request, state, asOf, columns, next, marked, share, files, tries + 1, why);
    }

    Job ended(ExportState end, @Nullable String why) {
        return new Job(id, version, request, end, asOf, columns, next, marked, share, files, tries, why);
    }

    Job versioned(long number) {
        return new Job(id, number, request, state, asOf, columns, next, marked, share, files, tries, problem);
    }

    ExportJob shown() {
        return new ExportJob(id, request.kind(), state, asOf, rows(), marked, share, files, problem);
    }
}
