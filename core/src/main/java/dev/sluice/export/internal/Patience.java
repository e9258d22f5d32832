package dev.sluice.export.internal;

import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for whoever takes files and batches, and on the host's executor only so long: without one, a time-out is only
 * handed on.
 */
public record Patience(@Nullable Executor executor, Duration timeout) {

    /** Brings a file, or says that it does not answer. */
    public TransportResult put(Transport transport, TransportRequest request) {
        return call(() -> transport.put(request), TransportResult::failed, TransportResult::unknown);
    }

    /** What a call gives; what {@code late} says when it takes too long, what {@code broken} says when it throws. */
    public <R> R call(Call<R> call, Verdict<R> late, Verdict<R> broken) {
        try {
            return executor == null ? call.call() : waitFor(executor, call);
        } catch (TimeoutException tooLong) {
            return late.of("no answer within " + timeout);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return late.of("the wait for an answer was interrupted");
        } catch (ExecutionException thrown) {
            return broken.of("broke with " + name(thrown.getCause()));
        } catch (RejectedExecutionException full) {
            return late.of("the host's executor takes no more work");
        } catch (Exception thrown) {
            return broken.of("broke with " + thrown.getClass().getName());
        }
    }

    private static String name(@Nullable Throwable fault) {
        return fault == null ? "an unknown fault" : fault.getClass().getName();
    }

    private <R> R waitFor(Executor threads, Call<R> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<R> task = new FutureTask<>(call::call);
        threads.execute(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException unanswered) {
            task.cancel(true);
            throw unanswered;
        }
    }

    /** Something that takes its time. */
    public interface Call<R> {
        R call() throws Exception;
    }

    /** What is made of a fault. */
    public interface Verdict<R> {
        R of(String why);
    }
}
