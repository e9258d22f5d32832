package dev.sluice;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
final class StillTime implements Time {
    private Instant now;
    private long nanos;

    StillTime(String now) {
        this.now = Instant.parse(now);
    }

    void set(String moment) {
        now = Instant.parse(moment);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void await(Duration duration) {
        pass(duration);
    }
}
