package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a stream does, over all processes and restarts. Immutable.
 *
 * @param stream its name
 * @param captured events that were put into batches
 * @param delivered events that its sink took
 * @param batches batches that its sink took
 * @param failed tries that failed
 * @param dead batches that became dead letters
 * @param tries how often the present batch has failed
 * @param reached the moment of the last event that is through; null before the first
 * @param problem why the last try failed; null after one that worked
 */
public record FirehoseHealth(
        String stream,
        long captured,
        long delivered,
        long batches,
        long failed,
        long dead,
        int tries,
        @Nullable Instant reached,
        @Nullable String problem) {
    public FirehoseHealth {
        requireNonNull(stream, "stream");
    }

    /** The moment of the last event that is through. */
    public Optional<Instant> last() {
        return Optional.ofNullable(reached);
    }

    /** Why the last try failed. */
    public Optional<String> why() {
        return Optional.ofNullable(problem);
    }
}
