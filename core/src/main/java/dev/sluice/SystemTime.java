package dev.sluice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The one place where the machine's clock is read. */
enum SystemTime implements Time {
    INSTANCE;

    private final InstantSource wall = InstantSource.system();

    @Override
    public Instant instant() {
        return wall.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
