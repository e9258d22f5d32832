package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of plugins: on the host's executor where there is one, side by side and waited for until their deadlines; else
 * one after the other on the lead's thread, where a deadline is only handed on. Nothing is locked while a call is waited
 * for. Safe on any thread.
 */
public final class Calls {
    private final @Nullable Executor executor;

    public Calls(@Nullable Executor executor) {
        this.executor = executor;
    }

    /** One call. */
    public interface Call<T> {
        /** A call that is made by {@code body}, or else, when told whether it had begun, by {@code late}. */
        static <T> Call<T> of(Supplier<T> body, Deadline deadline, Function<Boolean, T> late) {
            return new Call<>() {
                @Override
                public T make() {
                    return body.get();
                }

                @Override
                public Deadline deadline() {
                    return deadline;
                }

                @Override
                public T late(boolean begun) {
                    return late.apply(begun);
                }
            };
        }

        /** Makes it; never throws an exception. */
        T make();

        Deadline deadline();

        /** What stands for the answer when it did not come in time. */
        T late(boolean begun);

        /** This call with another form of its answer. */
        default <R> Call<R> map(Function<T, R> form) {
            return of(() -> form.apply(make()), deadline(), begun -> form.apply(late(begun)));
        }
    }

    /** The answer of one call. */
    public <T> T one(LeadRun run, Call<T> call) {
        if (executor == null) {
            return call.make();
        }
        return new Running<>(run, call).start(executor).answer(call.deadline());
    }

    /**
     * The answers in the order of the calls.
     *
     * @param calls made on the lead's thread, each right before it begins
     * @param limit of all of them together
     */
    public <T> List<T> all(LeadRun run, List<Supplier<Call<T>>> calls, Deadline limit) {
        return executor == null ? inTurn(calls, limit) : sideBySide(run, calls, limit);
    }

    private static <T> List<T> inTurn(List<Supplier<Call<T>>> calls, Deadline limit) {
        List<T> answers = new ArrayList<>(calls.size());
        for (Supplier<Call<T>> call : calls) {
            Call<T> next = call.get();
            answers.add(limit.passed() ? next.late(false) : next.make());
        }
        return answers;
    }

    private <T> List<T> sideBySide(LeadRun run, List<Supplier<Call<T>>> calls, Deadline limit) {
        List<Running<T>> running = new ArrayList<>(calls.size());
        for (Supplier<Call<T>> call : calls) {
            running.add(new Running<>(run, call.get()).start(executor));
        }
        List<T> answers = new ArrayList<>(calls.size());
        for (Running<T> each : running) {
            answers.add(each.answer(limit));
        }
        return answers;
    }

    /** A call on its way. */
    private static final class Running<T> {
        private final Call<T> call;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final FutureTask<T> task;

        Running(LeadRun run, Call<T> call) {
            this.call = call;
            this.task = new FutureTask<>(() -> {
                begun.set(true);
                return LogContext.within(run, call::make);
            });
        }

        /** Begins; an executor that takes nothing more leaves the call to this thread. */
        Running<T> start(@Nullable Executor executor) {
            try {
                if (executor == null) {
                    task.run();
                } else {
                    executor.execute(task);
                }
            } catch (RejectedExecutionException full) {
                task.run();
            }
            return this;
        }

        T answer(Deadline all) {
            long left = Math.min(call.deadline().left().toNanos(), all.left().toNanos());
            try {
                return task.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return late();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return late();
            } catch (ExecutionException broken) {
                throw new IllegalStateException("a call of a plugin broke the virtual machine", broken.getCause());
            }
        }

        private T late() {
            task.cancel(true);
            return call.late(begun.get());
        }
    }
}
