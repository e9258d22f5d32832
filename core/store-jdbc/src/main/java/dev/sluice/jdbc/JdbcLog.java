package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.jdbc.internal.read.JdbcEvents;
import dev.sluice.jdbc.internal.sql.Connections;
import dev.sluice.jdbc.internal.sql.H2;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Schema;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Alike;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Likeness;
import dev.sluice.store.Page;
import dev.sluice.store.Selection;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/** The log of a database that another process may be writing: for tools that look and change nothing. */
public final class JdbcLog implements Events, AutoCloseable {
    private final Link reading;
    private final JdbcEvents events;

    private JdbcLog(Link reading) {
        this.reading = reading;
        this.events = new JdbcEvents(reading, EventCodec.standard());
    }

    /**
     * Opens the database with this JDBC URL for reading; makes none.
     *
     * @throws StoreUnavailableException if there is none, it is damaged, or it is of a newer version
     */
    public static JdbcLog open(String url) {
        requireNonNull(url, "url");
        Connections source = () -> DriverManager.getConnection(onlyIfThere(url), readOnly(url));
        Session first = Session.reader(source);
        try {
            new Schema(first.dialect(), first).check();
            return new JdbcLog(new Link(first, () -> Session.reader(source)));
        } catch (RuntimeException fault) {
            first.close();
            throw fault;
        }
    }

    private static String onlyIfThere(String url) {
        return url.startsWith("jdbc:h2:") ? H2.complete(url) + ";IFEXISTS=TRUE" : url;
    }

    private static Properties readOnly(String url) {
        Properties properties = new Properties();
        if (url.startsWith("jdbc:sqlite:")) {
            properties.setProperty("open_mode", "1");
        }
        return properties;
    }

    @Override
    public List<Event> stream(StreamId stream) {
        return events.stream(stream);
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        return events.after(cursor, limit);
    }

    @Override
    public Page<Event> find(EventQuery query) {
        return events.find(query);
    }

    /** The same log in the form in which it is kept, to be verified. */
    public StoredLog stored() {
        return events.stored();
    }

    @Override
    public void byStream(Selection what, Consumer<List<Event>> streams) {
        events.byStream(what, streams);
    }

    @Override
    public Optional<List<Alike>> alike(Selection what, Set<Likeness> by) {
        return events.alike(what, by);
    }

    @Override
    public void close() {
        reading.close();
    }
}
