package dev.sluice.jdbc;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The connection on which committed data is read, by one thread at a time. */
final class Reading implements AutoCloseable {
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();

    Reading(Session session) {
        this.session = session;
    }

    <R> R read(Function<Session, R> query) {
        lock.lock();
        try {
            return query.apply(session);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            session.close();
        } finally {
            lock.unlock();
        }
    }
}
