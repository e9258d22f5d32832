package dev.sluice.jdbc;

import dev.sluice.store.Durability;
import dev.sluice.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The connections of a store and its right to write; opened in order, closed in the opposite one. */
final class Database implements AutoCloseable {
    private final Deque<AutoCloseable> open;
    private final Dialect dialect;
    private final Session writing;
    private final Session viewing;
    private final Reading reading;

    private Database(Connections source, Deque<AutoCloseable> open) throws SQLException {
        this.open = open;
        Connection writer = source.open();
        this.writing = keep(new Session(writer));
        this.dialect = Dialect.of(writer);
        Optional<Path> file = dialect.file(writer);
        if (file.isPresent()) {
            keep(ProcessLock.on(file.get()));
        }
        dialect.prepareWriter(writer);
        new Schema(dialect, writing).upgrade();
        new LeadTable(writing).freeAll();
        this.viewing = keep(reader(source));
        this.reading = keep(new Reading(reader(source)));
    }

    static Database open(Connections source) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return new Database(source, open);
        } catch (SQLException | RuntimeException fault) {
            closeAll(open, fault);
            throw unavailable(fault);
        }
    }

    private static StoreUnavailableException unavailable(Exception fault) {
        return fault instanceof StoreUnavailableException known
                ? known
                : new StoreUnavailableException("the database cannot be opened: " + fault.getMessage(), fault);
    }

    private <C extends AutoCloseable> C keep(C resource) {
        open.push(resource);
        return resource;
    }

    private Session reader(Connections source) throws SQLException {
        Connection connection = source.open();
        dialect.prepareReader(connection);
        return new Session(connection);
    }

    Durability durability() {
        return dialect.durability();
    }

    /** For the one who commits. */
    Session writing() {
        return writing;
    }

    /** For those who decide, one at a time. */
    Session viewing() {
        return viewing;
    }

    /** For everyone else. */
    Reading reading() {
        return reading;
    }

    @Override
    public void close() {
        StoreUnavailableException fault = new StoreUnavailableException("the database did not close well", null);
        closeAll(open, fault);
        if (fault.getSuppressed().length > 0) {
            throw fault;
        }
    }

    private static void closeAll(Deque<AutoCloseable> open, Exception reason) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception another) {
                reason.addSuppressed(another);
            }
        }
    }
}
