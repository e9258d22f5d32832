package dev.sluice.workbench.page;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands at a moment until the test moves it. */
record Moments(Instant[] now) implements Time {
    @Override
    public Instant instant() {
        return now[0];
    }

    @Override
    public long nanos() {
        return now[0].toEpochMilli() * 1_000_000;
    }

    @Override
    public void await(Duration pause) {
        now[0] = now[0].plus(pause);
    }
}
