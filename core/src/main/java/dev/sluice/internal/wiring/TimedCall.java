package dev.sluice.internal.wiring;

import dev.sluice.delivery.Deadline;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls code of a host before there is a lead: on its executor and no longer than until a deadline; on this thread when it
 * has none or the executor is full. What the call throws is thrown here.
 */
final class TimedCall {
    private final @Nullable Executor executor;

    TimedCall(@Nullable Executor executor) {
        this.executor = executor;
    }

    <T> @Nullable T call(Supplier<@Nullable T> body, Deadline deadline) {
        if (executor == null) {
            return body.get();
        }
        FutureTask<@Nullable T> task = new FutureTask<>(body::get);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException full) {
            task.run();
        }
        return answer(task, deadline);
    }

    private static <T> @Nullable T answer(FutureTask<@Nullable T> task, Deadline deadline) {
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("no answer in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        } catch (ExecutionException broken) {
            throw thrown(broken);
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException thrown(ExecutionException broken) {
        if (broken.getCause() instanceof Error error) {
            throw error;
        }
        return broken.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(broken);
    }
}
