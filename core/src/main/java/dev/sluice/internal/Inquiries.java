package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.internal.Inquiry.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks enrichers: all at once on the host's executor, or one after the other on this thread when there is none. Only with
 * an executor is a question given up whose answer does not come.
 */
record Inquiries(@Nullable Executor executor) {

    /** The answers, in the order of the questions. */
    List<Answer> ask(List<Inquiry> inquiries, Deadline all) {
        return executor == null ? inSequence(inquiries, all) : atOnce(inquiries, all, executor);
    }

    private static List<Answer> inSequence(List<Inquiry> inquiries, Deadline all) {
        List<Answer> answers = new ArrayList<>(inquiries.size());
        inquiries.forEach(inquiry -> answers.add(inquiry.ask(inquiry.deadline(all))));
        return answers;
    }

    private static List<Answer> atOnce(List<Inquiry> inquiries, Deadline all, Executor executor) {
        List<Pending> asked = new ArrayList<>(inquiries.size());
        inquiries.forEach(inquiry -> asked.add(Pending.start(inquiry, all, executor)));
        List<Answer> answers = new ArrayList<>(inquiries.size());
        asked.forEach(pending -> answers.add(pending.await()));
        return answers;
    }

    /** A question that has been handed to the executor; without a task when it would not take it. */
    private record Pending(
            Inquiry inquiry, Deadline deadline, @Nullable FutureTask<Answer> task) {

        static Pending start(Inquiry inquiry, Deadline all, Executor executor) {
            Deadline deadline = inquiry.deadline(all);
            FutureTask<Answer> task = new FutureTask<>(() -> inquiry.ask(deadline));
            try {
                executor.execute(() -> LogContext.within(inquiry.run(), task));
                return new Pending(inquiry, deadline, task);
            } catch (RuntimeException refused) {
                return new Pending(inquiry, deadline, null);
            }
        }

        Answer await() {
            return task == null ? inquiry.rejected() : await(task);
        }

        private Answer await(FutureTask<Answer> running) {
            long started = inquiry.run().clock().nanos();
            try {
                return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                running.cancel(true);
                return inquiry.timedOut(inquiry.run().clock().millisSince(started));
            } catch (InterruptedException end) {
                running.cancel(true);
                Thread.currentThread().interrupt();
                return inquiry.timedOut(inquiry.run().clock().millisSince(started));
            } catch (ExecutionException broken) {
                throw new IllegalStateException("an enricher broke its thread", broken.getCause());
            }
        }
    }
}
