package dev.sluice;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
public final class StillTime implements Time {
    private Instant now;
    private long nanos;

    public StillTime(String now) {
        this.now = Instant.parse(now);
    }

    public void set(String moment) {
        now = Instant.parse(moment);
    }

    public void pass(Duration duration) {
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
