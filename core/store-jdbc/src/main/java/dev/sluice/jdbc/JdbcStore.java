package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.jdbc.internal.read.JdbcEvents;
import dev.sluice.jdbc.internal.sql.Connections;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.jdbc.internal.table.WorkTable;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Events;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.LeadKeys;
import dev.sluice.store.Leads;
import dev.sluice.store.Privacy;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.store.Work;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.store.codec.EventCodec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a database: SQLite or H2 in a file, which one process at a time may write, or PostgreSQL, which any number of
 * processes share. The host brings the driver.
 *
 * <p>In a file a write is decided at once in memory, and becomes durable when somebody waits for it; after a failed commit
 * the store takes nothing more and must be opened again. A shared database decides when it commits: {@link
 * Written#decided()} waits for that, and writes fail only while the database is away. In both, the first who waits commits
 * all that is queued, so that many callers share one commit.
 */
public final class JdbcStore implements Store {
    private final Database database;
    private final EventCodec codec;
    private final Writer writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final Optional<LeadKeys> keys;

    private JdbcStore(Database database, EventCodec codec, @Nullable Privacy privacy) {
        this.database = database;
        this.keys = Optional.ofNullable(privacy).map(hosts -> new LeadKeys(hosts, new StoredKeys(database.reading())));
        this.codec = keys.isPresent() ? codec.sealing(keys.get()) : codec;
        this.writer = database.writer(this.codec);
    }

    /**
     * Opens the database with this JDBC URL, and makes a file when there is none: {@code jdbc:sqlite:leads.db}, {@code
     * jdbc:h2:./leads}, {@code jdbc:postgresql://host/leads?user=u&password=p}.
     *
     * @throws StoreUnavailableException if it cannot be opened for writing: another process has its file, it is damaged,
     *     read-only, away, or of a newer version
     */
    public static JdbcStore open(String url) {
        requireNonNull(url, "url");
        return open(Connections.to(url), EventCodec.standard(), null);
    }

    /** Opens the database with this JDBC URL, where personal values are sealed with {@code privacy}. */
    public static JdbcStore open(String url, Privacy privacy) {
        requireNonNull(url, "url");
        requireNonNull(privacy, "privacy");
        return open(Connections.to(url), EventCodec.standard(), privacy);
    }

    /** Opens the database that the host's connections lead to; keeps three of them until it is closed. */
    public static JdbcStore open(DataSource source) {
        return open(source, EventCodec.standard());
    }

    /** Opens a database whose values have the types that {@code codec} knows: for hosts with types of their own. */
    public static JdbcStore open(DataSource source, EventCodec codec) {
        requireNonNull(source, "source");
        requireNonNull(codec, "codec");
        return open(source::getConnection, codec, null);
    }

    /** Opens a database whose values have the types that {@code codec} knows, and where personal ones are sealed. */
    public static JdbcStore open(DataSource source, EventCodec codec, Privacy privacy) {
        requireNonNull(source, "source");
        requireNonNull(codec, "codec");
        requireNonNull(privacy, "privacy");
        return open(source::getConnection, codec, privacy);
    }

    private static JdbcStore open(Connections connections, EventCodec codec, @Nullable Privacy privacy) {
        Database database = Database.open(connections);
        try {
            return new JdbcStore(database, codec, privacy);
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
        return writer.write(write);
    }

    @Override
    public Events events() {
        return new JdbcEvents(database.reading(), codec);
    }

    @Override
    public Optional<StoredLog> log() {
        return Optional.of(new JdbcEvents(database.reading(), codec).stored());
    }

    @Override
    public Optional<Subjects> subjects() {
        return Optional.of(new JdbcSubjects(database.reading(), writer, keys));
    }

    @Override
    public Work work() {
        return (wanted, now, limit, lease) -> wanted.kinds().isEmpty()
                ? List.of()
                : writer.transaction(session -> new WorkTable(session).take(wanted, now, limit, lease));
    }

    @Override
    public Entries entries() {
        return new JdbcEntries(database.reading(), writer);
    }

    @Override
    public Keys keys() {
        return new JdbcKeys(database.reading(), writer);
    }

    @Override
    public Leads leads() {
        return new JdbcLeads(database.reading(), writer);
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return database.reading().ask(session -> new Rows(session).get(Tables.COPIES, lead));
    }

    @Override
    public Inventory inventory(String account) {
        return database.reading()
                .ask(session -> session.snapshot(() -> {
                    Rows rows = new Rows(session);
                    return new Inventory(
                            rows.ofAccount(Tables.COUNTERS, account),
                            rows.ofAccount(Tables.HOLDS, account),
                            rows.ofAccount(Tables.ENTRIES, account).values().stream()
                                    .toList(),
                            new LeadTable(session).open(account),
                            Optional.of(new LeadTable(session).summaries(account)));
                }));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (database) {
                writer.close();
            }
        }
    }
}
