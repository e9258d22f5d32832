package dev.sluice.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What waits for its file.
 *
 * @param rows how many rows; may be none
 * @param bytes of how many bytes, as {@link FileSchedule#afterBytes} counts them
 * @param oldest when the first of them came; of no account when there is none
 * @param newest when the last of them came; of no account when there is none
 * @param since when the last file was made, or, before the first, when waiting began
 */
public record Waiting(long rows, long bytes, Instant oldest, Instant newest, Instant since) {
    public Waiting {
        requireNonNull(oldest, "oldest");
        requireNonNull(newest, "newest");
        requireNonNull(since, "since");
    }

    /** Nothing since then. */
    public static Waiting nothing(Instant since) {
        return new Waiting(0, 0, since, since, since);
    }
}
