package dev.sluice.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two tries, on the thread that delivers. Virtual in tests. */
@FunctionalInterface
public interface Pause {

    /** Returns after {@code duration}; earlier when the thread is interrupted, which then stays so. */
    void await(Duration duration);

    /** Waits by the clock of the machine. */
    static Pause system() {
        return duration -> {
            try {
                new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
