package dev.sluice.testkit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved; waiting moves it at once. Safe on any thread. */
public final class VirtualTime implements Time {
    private final Instant start;
    private volatile Instant now;

    private VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    /** A clock that shows {@code start}. */
    public static VirtualTime at(Instant start) {
        return new VirtualTime(requireNonNull(start, "start"));
    }

    /** A clock that shows a moment in ISO form, such as {@code 2026-03-15T14:30:00Z}. */
    public static VirtualTime at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** What has passed since the start; it stands still when the clock is set back. */
    @Override
    public long nanos() {
        return Math.max(0, Duration.between(start, now).toNanos());
    }

    /** Moves the clock by {@code duration}; never blocks. */
    @Override
    public void await(Duration duration) {
        advance(duration);
    }

    /** Moves the clock by {@code duration}, which may be negative: clocks of machines do this. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Sets the clock to {@code moment}. */
    public synchronized void set(Instant moment) {
        now = requireNonNull(moment, "moment");
    }
}
