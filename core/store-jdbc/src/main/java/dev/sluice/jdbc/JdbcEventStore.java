package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.jdbc.internal.read.JdbcEvents;
import dev.sluice.jdbc.internal.sql.Connections;
import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.EventStore;
import dev.sluice.store.Page;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Only the log, in a database: for {@link dev.sluice.store.Store#split}, where counters, lists and work are kept
 * elsewhere. Databases and drivers as for {@link JdbcStore}; one database serves one of the two.
 */
public final class JdbcEventStore implements EventStore, AutoCloseable {
    private final Database database;
    private final Link writing;
    private final JdbcEvents events;
    private final ReentrantLock appending = new ReentrantLock();

    private JdbcEventStore(Database database) {
        this.database = database;
        this.writing = database.writing();
        this.events = new JdbcEvents(database.reading(), EventCodec.standard());
    }

    /**
     * Opens the database with this JDBC URL, and makes it when there is none.
     *
     * @throws StoreUnavailableException if it cannot be opened for writing
     */
    public static JdbcEventStore open(String url) {
        requireNonNull(url, "url");
        return new JdbcEventStore(Database.open(Connections.to(url)));
    }

    /** Opens the database that the host's connections lead to; keeps two of them until it is closed. */
    public static JdbcEventStore open(DataSource source) {
        requireNonNull(source, "source");
        return new JdbcEventStore(Database.open(source::getConnection));
    }

    @Override
    public Durability durability() {
        return database.durability();
    }

    /** Tried again when the connection breaks, as what is there already is kept once. */
    @Override
    public Cursor append(List<StoredEvent> batch) {
        appending.lock();
        try {
            return writing.ask(session -> session.transaction(() -> append(session, batch)));
        } finally {
            appending.unlock();
        }
    }

    private static Cursor append(Session session, List<StoredEvent> batch) {
        EventTable events = new EventTable(session);
        events.insert(batch.stream().filter(event -> !events.has(event)).toList());
        return session.dialect().order().end(session);
    }

    @Override
    public List<StoredEvent> stream(StreamId stream) {
        return events.stored(stream);
    }

    @Override
    public Page<StoredEvent> after(Cursor cursor, int limit) {
        return events.storedAfter(cursor, limit);
    }

    @Override
    public void close() {
        database.close();
    }
}
