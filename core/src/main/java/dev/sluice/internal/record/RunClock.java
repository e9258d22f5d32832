package dev.sluice.internal.record;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of one lead: starts at its moment of submission and goes on with the host's rising clock, in whole
 * milliseconds, so that it never falls even if the wall clock does. Used by one thread.
 */
public final class RunClock implements LongSupplier {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Time time;
    private final Instant start;
    private final Instant from;
    private final long startNanos;

    public RunClock(Time time, @Nullable Instant submittedAt) {
        this.time = time;
        this.start = (submittedAt == null ? time.instant() : submittedAt).truncatedTo(ChronoUnit.MILLIS);
        this.from = start;
        this.startNanos = time.nanos();
    }

    /**
     * Goes on with the time of a lead that was on its way.
     *
     * @param start when the lead was submitted
     * @param last when something was last recorded of it; its time goes on from there when it is not the host's
     * @param recorded whether its time began at a moment that it named
     */
    public static RunClock resumed(Time time, Instant start, Instant last, boolean recorded) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return new RunClock(time, start, recorded || now.isBefore(last) ? last : now, time.nanos());
    }

    private RunClock(Time time, Instant start, Instant from, long startNanos) {
        this.time = time;
        this.start = start;
        this.from = from;
        this.startNanos = startNanos;
    }

    public Instant start() {
        return start;
    }

    public Instant now() {
        long millis = (time.nanos() - startNanos) / NANOS_PER_MILLI;
        return millis <= 0 ? from : from.plusMillis(millis);
    }

    /** The time on the wall, which other processes go by. */
    public Instant wall() {
        return time.instant();
    }

    public long nanos() {
        return time.nanos();
    }

    /** The same, for deadlines. */
    @Override
    public long getAsLong() {
        return nanos();
    }

    /** Lets {@code duration} pass; less when the thread is interrupted, which then stays so. */
    public void await(Duration duration) {
        try {
            time.await(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public long millisSince(long nanos) {
        return Math.max(0, (time.nanos() - nanos) / NANOS_PER_MILLI);
    }
}
