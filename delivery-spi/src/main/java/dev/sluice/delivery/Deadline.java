package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when a call may take. The caller counts on the plugin to give up by then; a host that wires an executor also
 * stops waiting. Safe on any thread.
 */
public final class Deadline {
    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** {@code timeout} from now, by a clock that only ever rises, in nanoseconds. */
    public static Deadline in(Duration timeout, LongSupplier nanos) {
        return new Deadline(requireNonNull(nanos, "nanos"), nanos.getAsLong() + timeout.toNanos());
    }

    /** This, or one that is {@code timeout} from now, whichever is sooner. */
    public Deadline within(Duration timeout) {
        return left().compareTo(timeout) <= 0 ? this : in(timeout, nanos);
    }

    /** The earlier one of this and {@code most} from now, by {@code nanos}. */
    public Deadline within(Duration most, LongSupplier nanos) {
        Duration left = left();
        return in(left.compareTo(most) < 0 ? left : most, nanos);
    }

    /** What is left; zero when it has passed, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** Whether it has passed. */
    public boolean passed() {
        return end - nanos.getAsLong() <= 0;
    }
}
