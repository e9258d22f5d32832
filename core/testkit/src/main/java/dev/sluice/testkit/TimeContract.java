package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Time;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Time} keeps to; extend it and give one. A real one may wait for a few milliseconds. */
public abstract class TimeContract {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final int MANY = 1_000;

    /** The clock, the same one for all calls of a test. */
    protected abstract Time time();

    /** Deadlines are measured with them. */
    @Test
    protected void nanoseconds_never_fall() {
        Time clock = time();
        long last = clock.nanos();
        for (int i = 0; i < MANY; i++) {
            long next = clock.nanos();
            assertThat(next - last).isNotNegative();
            last = next;
        }
    }

    /** Waiting is what time is for. */
    @Test
    protected void time_passes_while_somebody_waits() throws InterruptedException {
        Time clock = time();
        long before = clock.nanos();
        Instant moment = clock.instant();

        clock.await(SHORT);

        assertThat(clock.nanos() - before).isGreaterThanOrEqualTo(SHORT.toNanos());
        assertThat(clock.instant()).isAfterOrEqualTo(moment.plus(SHORT).minusMillis(1));
    }

    /** A pause of nothing, or less, is over at once. */
    @Test
    protected void nothing_to_wait_for_is_not_waited_for() throws InterruptedException {
        time().await(Duration.ZERO);
        time().await(Duration.ofMillis(-1));
    }

    /** A host that ends its threads is obeyed; a clock that moves when told need not notice. */
    @Test
    protected void who_waits_can_be_interrupted() {
        if (!blocks()) {
            return;
        }
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time().await(Duration.ofSeconds(30))).isInstanceOf(InterruptedException.class);
    }

    /** Whether waiting takes real time; yes by default. */
    protected boolean blocks() {
        return true;
    }
}
