package dev.sluice.internal.open;

import dev.sluice.Time;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How many calls of a host run at the moment. Safe on any thread; counting them never makes one wait for another. */
public final class Underway {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();

    public void begin() {
        begun.increment();
    }

    public void end() {
        ended.increment();
    }

    /** Whether all that had begun has ended. */
    boolean isIdle() {
        long over = ended.sum();
        return begun.sum() == over;
    }

    /**
     * Waits until all that has begun has ended.
     *
     * @param patience for at most so long; an interrupt, which stays set, ends it, too
     * @return whether it has
     */
    public boolean await(Time time, Duration patience) {
        long start = time.nanos();
        Duration left = patience;
        while (!isIdle() && left.compareTo(Duration.ZERO) > 0) {
            try {
                time.await(left.compareTo(PAUSE) < 0 ? left : PAUSE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return isIdle();
            }
            left = patience.minusNanos(time.nanos() - start);
        }
        return isIdle();
    }
}
