package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.StoreUnavailableException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection for one thread at a time, opened anew after it has failed. */
public final class Link implements AutoCloseable {
    private final Supplier<Session> source;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Session session;
    private boolean closed;

    public Link(Session first, Supplier<Session> source) {
        this.session = first;
        this.source = source;
    }

    /**
     * Asks something that may be asked again: when a connection fails that has been open, the database may have been away
     * and be back, so a new one is tried.
     */
    public <R> R ask(Function<Session, R> query) {
        lock.lock();
        try {
            boolean fresh = session == null;
            try {
                return use(query);
            } catch (StoreUnavailableException fault) {
                if (fresh) {
                    throw fault;
                }
                return use(query);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Does something once. */
    public <R> R use(Function<Session, R> action) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreUnavailableException("the store is closed: open it again", null);
            }
            Session open = session == null ? source.get() : session;
            session = open;
            return action.apply(open);
        } catch (StoreUnavailableException fault) {
            if (session == null || !session.hasLost(fault)) {
                drop(fault);
            }
            throw fault;
        } finally {
            lock.unlock();
        }
    }

    private void drop(StoreUnavailableException reason) {
        Session broken = session;
        session = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (StoreUnavailableException another) {
                reason.addSuppressed(another);
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            Session open = session;
            session = null;
            closed = true;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
