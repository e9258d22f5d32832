package dev.sluice.internal;

import dev.sluice.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time of one lead: starts at its moment of submission and goes on with the host's rising clock, in whole
 * milliseconds, so that it never falls even if the wall clock does. Used by one thread.
 */
final class RunClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Time time;
    private final Instant start;
    private final long startNanos;

    RunClock(Time time, @Nullable Instant submittedAt) {
        this.time = time;
        this.start = (submittedAt == null ? time.instant() : submittedAt).truncatedTo(ChronoUnit.MILLIS);
        this.startNanos = time.nanos();
    }

    Instant start() {
        return start;
    }

    Instant now() {
        long millis = (time.nanos() - startNanos) / NANOS_PER_MILLI;
        return millis <= 0 ? start : start.plusMillis(millis);
    }

    long nanos() {
        return time.nanos();
    }

    long millisSince(long nanos) {
        return Math.max(0, (time.nanos() - nanos) / NANOS_PER_MILLI);
    }
}
