package dev.sluice.workbench.replay;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;

/** The time of the lead that is replayed: begins at its moment and passes as long as its calls took then. For one thread. */
final class ReplayTime implements Time {
    private Instant start = Instant.EPOCH;
    private long passed;
    private long before;

    /** A lead begins. */
    void begin(Instant moment) {
        before += passed;
        passed = 0;
        start = moment;
    }

    /** Goes on to {@code moment}; stays where it is when that is behind. */
    void to(Instant moment) {
        if (moment.isAfter(instant())) {
            passed += Duration.between(instant(), moment).toNanos();
        }
    }

    void pass(long millis) {
        passed += Duration.ofMillis(millis).toNanos();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(passed);
    }

    @Override
    public long nanos() {
        return before + passed;
    }

    @Override
    public void await(Duration duration) {
        passed += duration.toNanos();
    }
}
