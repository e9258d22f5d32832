package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Events;
import dev.sluice.store.GroupCommit;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.Leads;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StreamId;
import dev.sluice.store.Work;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.store.codec.EventCodec;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * A store in a database. SQLite keeps everything in one file, which one process at a time may write; others may read it.
 *
 * <p>A write is decided at once in memory, on a view that includes writes not yet durable. It becomes durable when
 * somebody waits for it: the first who waits commits all that is queued, so that many callers share one commit. After a
 * failed commit the store takes nothing more and must be opened again.
 */
public final class JdbcStore implements Store {
    /** A caller who never waits for durability writes the queue out when it is this long. */
    private static final int MAX_BACKLOG = 4_096;

    private final Database database;
    private final EventCodec codec;
    private final State state;
    private final Tails tails;
    private final GroupCommit<Job> commit;
    private final ReentrantLock deciding = new ReentrantLock();
    private boolean closed;

    private JdbcStore(Database database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
        this.state = new State(new Tables(database.viewing()), new LeadTable(database.viewing()));
        this.tails = new Tails(new EventTable(database.writing()).lastPosition());
        this.commit = new GroupCommit<>(this::commit);
    }

    /**
     * Opens the database with this JDBC URL, and makes it when there is none: {@code jdbc:sqlite:leads.db}.
     *
     * @throws StoreUnavailableException if it cannot be opened for writing: another process has it, it is damaged,
     *     read-only, or of a newer version
     */
    public static JdbcStore open(String url) {
        requireNonNull(url, "url");
        return open(() -> DriverManager.getConnection(url), EventCodec.standard());
    }

    /** Opens the database that the host's connections lead to; keeps three of them until it is closed. */
    public static JdbcStore open(DataSource source) {
        return open(source, EventCodec.standard());
    }

    /** Opens a database whose values have the types that {@code codec} knows: for hosts with types of their own. */
    public static JdbcStore open(DataSource source, EventCodec codec) {
        requireNonNull(source, "source");
        requireNonNull(codec, "codec");
        return open(source::getConnection, codec);
    }

    private static JdbcStore open(Connections connections, EventCodec codec) {
        Database database = Database.open(connections);
        try {
            return new JdbcStore(database, codec);
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    @Override
    public Durability durability() {
        return database.durability();
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        Handed<R> written = decide(write);
        written.pending().encode();
        if (commit.backlog() > MAX_BACKLOG) {
            commit.await(written.number());
        }
        return written;
    }

    private <R> Handed<R> decide(Write<R> write) {
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
        state.apply(decided, number, commit.durable());
        return new Handed<>(result, pending, number, commit);
    }

    private Handed<List<Ownership>> takeOver(Instant now, String owner, Instant busyUntil, int limit) {
        deciding.lock();
        try {
            commit.flush();
            List<Ownership> taken = new LeadTable(database.viewing())
                    .open(now, limit).stream()
                            .map(free -> free.takenOverBy(owner, busyUntil))
                            .toList();
            Draft draft = new Draft(state);
            taken.forEach(draft::takeOver);
            return queued(taken, draft);
        } finally {
            deciding.unlock();
        }
    }

    /** A write that was handed in. */
    private record Handed<R>(R decided, Pending pending, long number, GroupCommit<Job> commit) implements Written<R> {
        @Override
        public R durable() {
            commit.await(number);
            return decided;
        }

        @Override
        public Cursor cursor() {
            commit.await(number);
            return JdbcEvents.cursor(pending.position());
        }
    }

    private void commit(List<Job> jobs) {
        Session session = database.writing();
        session.transaction(() -> {
            Batch batch = new Batch(session, tails);
            jobs.forEach(job -> job.into(batch));
            batch.write();
            return jobs.size();
        });
    }

    @Override
    public Events events() {
        return new JdbcEvents(database.reading(), codec);
    }

    @Override
    public Work work() {
        return (now, limit, lease) -> Exclusive.run(commit, session -> new WorkTable(session).take(now, limit, lease));
    }

    @Override
    public Entries entries() {
        return new JdbcEntries(database.reading(), commit);
    }

    @Override
    public Keys keys() {
        return new JdbcKeys(database.reading(), commit);
    }

    @Override
    public Leads leads() {
        return new Leads() {
            @Override
            public List<Ownership> open(Instant moment, int limit) {
                return database.reading().read(session -> new LeadTable(session).open(moment, limit));
            }

            @Override
            public List<Ownership> takeOver(Instant now, String owner, Instant busyUntil, int limit) {
                return JdbcStore.this.takeOver(now, owner, busyUntil, limit).durable();
            }
        };
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return database.reading().read(session -> new LeadTable(session).copy(lead));
    }

    @Override
    public Inventory inventory(String account) {
        return database.reading()
                .read(session -> session.transaction(() -> {
                    Tables tables = new Tables(session);
                    return new Inventory(
                            tables.counters(account),
                            tables.holds(account),
                            tables.entries(account),
                            new LeadTable(session).open(account));
                }));
    }

    @Override
    public void close() {
        deciding.lock();
        try {
            if (!closed) {
                closed = true;
                end();
            }
        } finally {
            deciding.unlock();
        }
    }

    private void end() {
        try {
            commit.flush();
        } finally {
            commit.fail(new StoreUnavailableException("the store is closed", null));
            database.close();
        }
    }
}
