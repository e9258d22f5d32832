package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Dialect;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.store.Cursor;
import dev.sluice.store.GroupCommit;
import dev.sluice.store.Ownership;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.store.codec.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * For a database that many processes write. What waits to be written is decided in one transaction, by the first caller
 * who waits, on rows that it has locked; so a decision is known once it is committed. A transaction that loses against
 * another one is decided again. When the database is away, writes fail until it is back.
 */
public final class SharedWriter implements Writer {
    /** A caller who never waits writes the queue out when it is this long. */
    private static final int MAX_BACKLOG = 256;

    private final Link writing;
    private final Link alone;
    private final Dialect dialect;
    private final EventCodec codec;
    private final Recents recents = Recents.none();
    private final BatchIds ids;
    private final GroupCommit<Deciding<?>> commit = new GroupCommit<>(this::commit);

    /** @param alone for what is not grouped */
    public SharedWriter(Link writing, Link alone, Dialect dialect, EventCodec codec) {
        this.writing = writing;
        this.alone = alone;
        this.dialect = dialect;
        this.codec = codec;
        this.ids = alone.use(BatchIds::of);
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        Deciding<R> deciding = new Deciding<>(write);
        long number = commit.add(deciding);
        if (commit.backlog() > MAX_BACKLOG) {
            commit.await(number);
        }
        return new Handed<>(deciding, number, commit);
    }

    /** A write that was handed in. */
    private record Handed<R>(Deciding<R> deciding, long number, GroupCommit<Deciding<?>> commit) implements Written<R> {
        @Override
        public R decided() {
            commit.await(number);
            return deciding.outcome();
        }

        @Override
        public R durable() {
            return decided();
        }

        @Override
        public Cursor cursor() {
            decided();
            return deciding.cursor();
        }
    }

    /** Never throws: each write has its own outcome. One that the database refuses does not take others with it. */
    private void commit(List<Deciding<?>> writes) {
        try {
            persist(writes);
        } catch (StoreUnavailableException fault) {
            if (writes.size() > 1 && !Retries.isAway(fault)) {
                writes.forEach(write -> commit(List.of(write)));
            } else {
                writes.forEach(write -> write.fail(fault));
            }
        }
    }

    private void persist(List<Deciding<?>> writes) {
        Retries retries = new Retries(dialect);
        boolean trusting = true;
        while (!once(writes, trusting, retries)) {
            writes.forEach(write -> recents.forget(write.streams()));
            trusting = false;
        }
    }

    /** False when it has to be done again. */
    private boolean once(List<Deciding<?>> writes, boolean trusting, Retries retries) {
        Round round = new Round(writes, recents, codec, trusting);
        BatchId id = ids.next();
        try {
            if (!writing.use(session -> round.run(session, id))) {
                return false;
            }
        } catch (StoreUnavailableException fault) {
            if (!round.isInDoubt() || retries.isConflict(fault) || !isCommitted(id, retries)) {
                retries.again(fault);
                return false;
            }
        }
        round.committed();
        return true;
    }

    /** The answer to a commit was lost: whose number can still be inserted was not committed, and never will be. */
    private boolean isCommitted(BatchId id, Retries retries) {
        try {
            writing.use(session -> session.transaction(() -> id.insert(session)));
            return false;
        } catch (StoreUnavailableException fault) {
            if (retries.isConflict(fault)) {
                return true;
            }
            throw fault;
        }
    }

    @Override
    public <R> R transaction(Function<Session, R> action) {
        commit.flush();
        Retries retries = new Retries(dialect);
        while (true) {
            try {
                return alone.use(session -> session.transaction(() -> action.apply(session)));
            } catch (StoreUnavailableException fault) {
                retries.again(fault);
            }
        }
    }

    /** What a server keeps of deleted rows, in its pages and its log, only its own housekeeping removes. */
    @Override
    public boolean scrub() {
        return true;
    }

    @Override
    public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
        return transaction(session -> new LeadTable(session).takeOver(account, now, owner, busyUntil, limit));
    }

    @Override
    public Optional<Ownership> reopen(Ownership wanted, Instant now) {
        return transaction(session -> new LeadTable(session).reopen(wanted, now));
    }

    @Override
    public void close() {
        try {
            commit.flush();
        } finally {
            commit.fail(new StoreUnavailableException("the store is closed", null));
        }
    }
}
