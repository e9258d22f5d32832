package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Ownership;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How writes come into the database. Safe on any thread. */
public interface Writer extends AutoCloseable {

    <R> Written<R> write(Write<R> write);

    /** Does something in a transaction of its own, which sees all writes before it; durable on return, may run again. */
    <R> R transaction(Function<Session, R> action);

    /** Makes sure that what was deleted is in no file; false while a reader prevents it. */
    boolean scrub();

    List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit);

    /** Gives a lead to {@code wanted} under its next epoch; empty while somebody is busy with it at {@code now}. */
    Optional<Ownership> reopen(Ownership wanted, Instant now);

    /** Waits until all that was handed in is durable. */
    @Override
    void close();
}
