package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Tail;
import dev.sluice.jdbc.internal.state.Decided;
import dev.sluice.jdbc.internal.state.Draft;
import dev.sluice.jdbc.internal.state.State;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.store.Cursor;
import dev.sluice.store.GroupCommit;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.store.codec.Encoding;
import dev.sluice.store.codec.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * For a database that only this process writes. A write is decided at once in memory, on a view that includes writes not
 * yet durable. It becomes durable when somebody waits for it: the first who waits commits all that is queued, so that
 * many callers share one commit. After a failed commit nothing more is taken.
 */
public final class LocalWriter implements Writer {
    /** A caller who never waits for durability writes the queue out when it is this long. */
    private static final int MAX_BACKLOG = 4_096;

    private final Link writing;
    private final Session viewing;
    private final EventCodec codec;
    private final Presence file;
    private final State state;
    private final Recent<Tail> tails = new Recent<>();
    private final GroupCommit<Job> commit = new GroupCommit<>(this::commit);
    private final Unencoded unencoded = new Unencoded();
    private final ReentrantLock deciding = new ReentrantLock();

    /** @param viewing for those who decide, one at a time */
    public LocalWriter(Link writing, Session viewing, EventCodec codec, Presence file) {
        this.writing = writing;
        this.viewing = viewing;
        this.codec = codec;
        this.file = file;
        this.state = State.alone(viewing);
        writing.use(session -> session.transaction(() -> new LeadTable(session).freeAll()));
    }

    /** One caller's part of a commit; on the thread that commits, in the order of decisions. */
    private interface Job {
        void into(Batch batch);

        default void committed(Cursor end) {}
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        Handed<R> handed = decide(write);
        if (commit.backlog() > MAX_BACKLOG) {
            handed.durable();
        }
        return handed;
    }

    private <R> Handed<R> decide(Write<R> write) {
        if (deciding.isHeldByCurrentThread()) {
            throw new IllegalStateException("a decision must not write: it may run again; write before it or after it");
        }
        deciding.lock();
        try {
            commit.check();
            Draft draft = new Draft(state);
            Reads reads = write.reads();
            R result = write.decide(reads.of(state), reads.to(draft));
            return queued(result, draft);
        } finally {
            deciding.unlock();
        }
    }

    private <R> Handed<R> queued(R result, Draft draft) {
        Decided decided = draft.decided();
        Pending pending = new Pending(decided, codec.encoding(decided.runs()));
        long number = commit.add(pending);
        unencoded.add(pending.encoding);
        state.apply(decided, number, commit.durable());
        return new Handed<>(result, pending, number, this);
    }

    /** A decided write on its way into the database. */
    private static final class Pending implements Job {
        private final Decided decided;
        private final Encoding encoding;
        private volatile Cursor cursor = Cursor.START;

        Pending(Decided decided, Encoding encoding) {
            this.decided = decided;
            this.encoding = encoding;
        }

        @Override
        public void into(Batch batch) {
            batch.add(decided, encoding.result());
        }

        @Override
        public void committed(Cursor end) {
            cursor = end;
        }
    }

    /** A write that was handed in. */
    private record Handed<R>(R decided, Pending pending, long number, LocalWriter writer) implements Written<R> {
        @Override
        public R durable() {
            writer.await(number);
            return decided;
        }

        @Override
        public Cursor cursor() {
            writer.await(number);
            return pending.cursor;
        }
    }

    /** Whoever has to wait helps with what is queued meanwhile. */
    private void await(long number) {
        commit.await(number, unencoded::encodeNext);
    }

    /** Something that must see every write before it. */
    private static final class Alone<R> implements Job {
        private final Function<Session, R> action;
        private volatile Optional<R> result = Optional.empty();

        Alone(Function<Session, R> action) {
            this.action = action;
        }

        @Override
        public void into(Batch batch) {
            batch.write(key -> false);
            result = Optional.of(action.apply(batch.session()));
        }
    }

    @Override
    public <R> R transaction(Function<Session, R> action) {
        Alone<R> job = new Alone<>(action);
        commit.await(commit.add(job));
        return job.result.orElseThrow();
    }

    @Override
    public boolean scrub() {
        deciding.lock();
        try {
            commit.flush();
            return writing.use(session -> session.dialect().scrub(session));
        } finally {
            deciding.unlock();
        }
    }

    /** Decided like any write, so that whoever has lost the lead is refused from this moment on. */
    @Override
    public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
        Handed<List<Ownership>> handed;
        deciding.lock();
        try {
            commit.flush();
            List<Ownership> taken = new LeadTable(viewing)
                    .open(account, now, limit).stream()
                            .map(free -> free.takenOverBy(owner, busyUntil))
                            .toList();
            Draft draft = new Draft(state);
            taken.forEach(draft::takeOver);
            handed = queued(taken, draft);
        } finally {
            deciding.unlock();
        }
        return handed.durable();
    }

    @Override
    public Optional<Ownership> reopen(Ownership wanted, Instant now) {
        Handed<Optional<Ownership>> handed;
        deciding.lock();
        try {
            Optional<Ownership> next = state.tenure(wanted.lead()).reopened(wanted, now);
            Draft draft = new Draft(state);
            next.ifPresent(draft::takeOver);
            handed = queued(next, draft);
        } finally {
            deciding.unlock();
        }
        return handed.durable();
    }

    private void commit(List<Job> jobs) {
        unencoded.encode(jobs.size());
        writing.use(session -> {
            Batch batch = new Batch(session, tails);
            Cursor end = session.transaction(() -> {
                jobs.forEach(job -> job.into(batch));
                batch.write(key -> false);
                return session.dialect().order().end(session);
            });
            file.check();
            tails.committed(batch.latest());
            jobs.forEach(job -> job.committed(end));
            return end;
        });
    }

    @Override
    public void close() {
        deciding.lock();
        try {
            commit.flush();
        } finally {
            commit.fail(new StoreUnavailableException("the store is closed", null));
            deciding.unlock();
        }
    }
}
