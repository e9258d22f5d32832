package dev.sluice.delivery.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls something on another thread; neither waits for ever nor takes null for an answer. */
final class Limited {
    private Limited() {}

    static <R> R call(Duration limit, String what, Callable<@Nullable R> action) {
        FutureTask<@Nullable R> task = new FutureTask<>(action);
        Thread thread = new Thread(task, what);
        thread.setDaemon(true);
        thread.start();
        try {
            R answer = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new AssertionError(what + " answered null");
            }
            return answer;
        } catch (TimeoutException late) {
            thread.interrupt();
            throw new AssertionError(what + " did not end within " + limit, late);
        } catch (ExecutionException fault) {
            throw new AssertionError(what + " threw " + fault.getCause(), fault.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + " was interrupted", end);
        }
    }
}
