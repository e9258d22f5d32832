package dev.sluice.workbench.simulation;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;

/** Stands where the simulation is. For one thread. */
final class SimulatedTime implements Time {
    private Instant now = Instant.EPOCH;
    private long passed;

    /** Goes on to {@code moment}; stays where it is when that is behind. */
    void to(Instant moment) {
        if (moment.isAfter(now)) {
            passed += Duration.between(now, moment).toNanos();
            now = moment;
        }
    }

    void from(Instant moment) {
        now = moment;
        passed = 0;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return passed;
    }

    @Override
    public void await(Duration duration) {
        now = now.plus(duration);
        passed += duration.toNanos();
    }
}
