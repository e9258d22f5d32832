package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due again and again, on a scheduler of the host.
 *
 * @param scheduler null where nothing runs by itself
 * @param pause from the end of one time to the next
 */
record Background(@Nullable ScheduledExecutorService scheduler, Duration pause) {
    /** Nothing runs by itself. */
    static final Background NONE = new Background(null, Duration.ZERO);

    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.recovery");
    private static final int AT_ONCE = 64;

    static Background on(ScheduledExecutorService scheduler, Duration pause) {
        if (pause.toMillis() < 1) {
            throw new IllegalArgumentException("a pause is a millisecond or more, not " + pause);
        }
        return new Background(requireNonNull(scheduler, "due"), pause);
    }

    /** Begins, until what is given back is cancelled. */
    Future<?> begin(Sluice sluice) {
        return scheduler == null
                ? CompletableFuture.completedFuture(null)
                : scheduler.scheduleWithFixedDelay(
                        () -> run(sluice), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A store that is away now may be there the next time. */
    private static void run(Sluice sluice) {
        try {
            sluice.runDue(AT_ONCE);
        } catch (StoreException unavailable) {
            LOG.warn("due work was not done: {}", unavailable.getMessage());
        }
    }
}
