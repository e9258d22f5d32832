package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who works on an open lead, and until when nobody else takes it over.
 *
 * @param lead the lead's stream
 * @param owner the one run of a process that works on it; never used again by another
 * @param epoch counted up with each take-over, so that who has lost the lead can no longer write for it
 * @param busyUntil in whole milliseconds; finer parts are cut off
 */
public record Ownership(StreamId lead, String owner, long epoch, Instant busyUntil) {
    /** The epoch of a lead that nobody has taken over. */
    public static final long FIRST = 1;

    public Ownership {
        requireNonNull(lead, "lead");
        requireNonNull(owner, "owner");
        busyUntil = busyUntil.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same lead with its next owner. */
    public Ownership takenOverBy(String next, Instant until) {
        return new Ownership(lead, next, epoch + 1, until);
    }
}
