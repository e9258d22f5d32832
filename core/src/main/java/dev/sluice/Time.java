package dev.sluice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The host's clock: the moment, a clock for durations, and waiting. Virtual in tests. Safe on any thread. */
public interface Time extends InstantSource {

    /** The moment, of which the library uses whole milliseconds. */
    @Override
    Instant instant();

    /** A clock that only rises, in nanoseconds from any start. */
    long nanos();

    /** Lets {@code duration} pass; returns at once when it is not longer than nothing. */
    void await(Duration duration) throws InterruptedException;

    /** The clock of the machine. */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
