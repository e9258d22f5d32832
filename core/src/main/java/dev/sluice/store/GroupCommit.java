package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes many callers' changes durable together, for those who write stores. Changes are queued in the order in which they
 * were decided; the first caller who waits for one commits the whole queue, then hands the lead to one of those who
 * have queued meanwhile. It has no thread of its own.
 *
 * <p>After a commit has failed, nothing is committed any more: what is durable is then unknown until the store is
 * opened again.
 *
 * @param <C> one caller's changes
 */
public final class GroupCommit<C> {
    static final String NESTED = "a decision must not write: it may run again; write before it or after it";

    private final Commit<C> commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private List<C> queue = new ArrayList<>();
    private boolean led;
    private @Nullable Thread committing;
    private long queued;
    private volatile long durable;
    private volatile @Nullable StoreUnavailableException failure;

    /** Commits {@code commit} by {@code commit}; never two at once. */
    public GroupCommit(Commit<C> commit) {
        this.commit = requireNonNull(commit, "commit");
    }

    /** What commits. */
    @FunctionalInterface
    public interface Commit<C> {
        /** Makes all changes durable in their order, or throws. */
        void commit(List<C> changes);
    }

    /** A caller who waits for the change with this number, and perhaps is the next to lead. */
    private static final class Waiter {
        private final Thread thread = Thread.currentThread();
        private final long number;
        private volatile boolean appointed;

        Waiter(long number) {
            this.number = number;
        }
    }

    /**
     * Queues a change and gives its number; numbers rise by one. Whoever needs an order calls this under a lock of its own.
     *
     * @throws StoreUnavailableException if a commit has failed or the queue was {@linkplain #fail closed}
     * @throws IllegalStateException if the change comes out of the commit itself, which would wait for it
     */
    public long add(C change) {
        lock.lock();
        try {
            check();
            if (committing == Thread.currentThread()) {
                throw new IllegalStateException(NESTED);
            }
            queue.add(change);
            return ++queued;
        } finally {
            lock.unlock();
        }
    }

    /** Throws when nothing can be committed any more. */
    public void check() {
        StoreUnavailableException fault = failure;
        if (fault != null) {
            throw new StoreUnavailableException(String.valueOf(fault.getMessage()), fault);
        }
    }

    /** The number of the last change that is durable. */
    public long durable() {
        return durable;
    }

    /** How many changes wait to be committed. */
    public int backlog() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns once the change with this number is durable; commits it, and all that is queued, if nobody else does. An
     * interrupt does not end the waiting, and is kept.
     *
     * @throws StoreUnavailableException if it may not be durable
     */
    public void await(long number) {
        await(number, () -> false);
    }

    /**
     * The same, and does something useful while another thread commits.
     *
     * @param help does one short piece of work; false when there is none left, and then it is not asked again
     * @throws StoreUnavailableException if the change may not be durable
     */
    public void await(long number, BooleanSupplier help) {
        if (durable >= number) {
            return;
        }
        Waiter waiter = new Waiter(number);
        if (leads(waiter) || appointed(waiter, help)) {
            lead();
        }
        if (durable < number) {
            check();
        }
    }

    /** Makes everything durable that was queued before the call. */
    public void flush() {
        long last;
        lock.lock();
        try {
            last = queued;
        } finally {
            lock.unlock();
        }
        await(last);
    }

    /** Refuses everything from now on; what is queued is lost unless it was flushed. */
    public void fail(StoreUnavailableException reason) {
        lock.lock();
        try {
            if (failure == null) {
                failure = reason;
            }
            waiters.forEach(waiter -> LockSupport.unpark(waiter.thread));
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lead if nobody has it; else joins the waiting. */
    private boolean leads(Waiter waiter) {
        lock.lock();
        try {
            if (!led) {
                led = true;
                return true;
            }
            waiters.add(waiter);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the change is durable or lost, or this waiter is to lead: then true. */
    private boolean appointed(Waiter waiter, BooleanSupplier help) {
        boolean interrupted = false;
        boolean helping = true;
        while (!waiter.appointed && durable < waiter.number && failure == null) {
            helping = helping && help.getAsBoolean();
            if (!helping) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            waiter.thread.interrupt();
        }
        return waiter.appointed;
    }

    private void lead() {
        List<C> changes;
        long last;
        lock.lock();
        try {
            changes = queue;
            queue = new ArrayList<>();
            last = queued;
            committing = Thread.currentThread();
        } finally {
            lock.unlock();
        }
        StoreUnavailableException fault = failure == null ? attempt(changes) : failure;
        handOver(last, fault);
    }

    private @Nullable StoreUnavailableException attempt(List<C> changes) {
        try {
            if (!changes.isEmpty()) {
                commit.commit(changes);
            }
            return null;
        } catch (StoreUnavailableException fault) {
            return fault;
        } catch (RuntimeException | Error fault) {
            return new StoreUnavailableException(
                    "a commit failed, so nothing more is written: close the store and open it again", fault);
        }
    }

    private void handOver(long last, @Nullable StoreUnavailableException fault) {
        lock.lock();
        try {
            committing = null;
            if (fault == null) {
                durable = last;
            } else {
                failure = fault;
            }
            wakeWhoIsDone();
            appointNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeWhoIsDone() {
        waiters.removeIf(waiter -> {
            boolean done = durable >= waiter.number || failure != null;
            if (done) {
                LockSupport.unpark(waiter.thread);
            }
            return done;
        });
    }

    /** The lead goes straight to a waiter: left free, the caller who just had it would mostly take it again, alone. */
    private void appointNext() {
        Waiter next = waiters.poll();
        led = next != null;
        if (next != null) {
            next.appointed = true;
            LockSupport.unpark(next.thread);
        }
    }
}
