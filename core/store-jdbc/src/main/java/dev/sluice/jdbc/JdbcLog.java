package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** The log of a database that another process may be writing: for tools that look and change nothing. */
public final class JdbcLog implements Events, AutoCloseable {
    private final Reading reading;
    private final Events events;

    private JdbcLog(Reading reading) {
        this.reading = reading;
        this.events = new JdbcEvents(reading, EventCodec.standard());
    }

    /**
     * Opens the database with this JDBC URL for reading; makes none.
     *
     * @throws StoreUnavailableException if there is none, it is damaged, or it is of a newer version
     */
    public static JdbcLog open(String url) {
        try {
            return new JdbcLog(new Reading(session(requireNonNull(url, "url"))));
        } catch (SQLException fault) {
            throw new StoreUnavailableException("the database cannot be read: " + fault.getMessage(), fault);
        }
    }

    private static Session session(String url) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("open_mode", "1");
        Connection connection = DriverManager.getConnection(url, readOnly);
        Session session = new Session(connection);
        try {
            Dialect dialect = Dialect.of(connection);
            dialect.prepareReader(connection);
            new Schema(dialect, session).check();
            return session;
        } catch (SQLException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
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
    public void close() {
        reading.close();
    }
}
