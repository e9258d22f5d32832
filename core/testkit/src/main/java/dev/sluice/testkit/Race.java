package dev.sluice.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Starts many threads at the same moment and waits for all of them. */
public final class Race {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Race() {}

    /**
     * Runs {@code runners} actions at once, each on a thread of its own, and gives their results in order.
     *
     * @throws AssertionError if one of them fails or does not end within a minute
     */
    public static <R> List<R> run(int runners, IntFunction<Callable<R>> runner) {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<FutureTask<R>> tasks = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            Callable<R> action = runner.apply(i);
            tasks.add(new FutureTask<>(() -> {
                start.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
                return action.call();
            }));
        }
        for (FutureTask<R> task : tasks) {
            Thread thread = new Thread(task, "racer");
            thread.setDaemon(true);
            thread.start();
        }
        return tasks.stream().map(Race::result).toList();
    }

    private static <R> R result(FutureTask<R> task) {
        try {
            return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException fault) {
            throw new AssertionError("a racer failed: " + fault.getCause(), fault.getCause());
        } catch (TimeoutException slow) {
            throw new AssertionError("a racer did not end within " + LIMIT, slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while racing", interrupted);
        }
    }
}
