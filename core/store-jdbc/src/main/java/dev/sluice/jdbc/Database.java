package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Connections;
import dev.sluice.jdbc.internal.sql.Dialect;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Schema;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.write.LocalWriter;
import dev.sluice.jdbc.internal.write.Presence;
import dev.sluice.jdbc.internal.write.SharedWriter;
import dev.sluice.jdbc.internal.write.Writer;
import dev.sluice.store.Durability;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.codec.EventCodec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The connections of a store and its right to write; opened in order, closed in the opposite one. */
final class Database implements AutoCloseable {
    private final Connections source;
    private final Deque<AutoCloseable> open;
    private final Dialect dialect;
    private final Optional<Presence> file;
    private final Durability durability;
    private final Link writing;
    private final Link reading;

    private Database(Connections source, Deque<AutoCloseable> open) {
        this.source = source;
        this.open = open;
        Session first = Session.open(source);
        this.writing = keep(new Link(first, () -> Session.writer(source)));
        this.dialect = first.dialect();
        Optional<Path> file = first.file();
        if (file.isPresent()) {
            keep(ProcessLock.on(file.get()));
        }
        first.ready(dialect::prepareWriter);
        new Schema(dialect, first).upgrade();
        this.durability = dialect.durability(first);
        this.file = file.map(Presence::of);
        this.reading = keep(new Link(Session.reader(source), () -> Session.reader(source)));
    }

    static Database open(Connections source) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return new Database(source, open);
        } catch (RuntimeException fault) {
            closeAll(open, fault);
            throw fault instanceof StoreUnavailableException known && !(known.getCause() instanceof Exception)
                    ? known
                    : new StoreUnavailableException("the database cannot be opened: " + fault.getMessage(), fault);
        }
    }

    private <C extends AutoCloseable> C keep(C resource) {
        open.push(resource);
        return resource;
    }

    Durability durability() {
        return durability;
    }

    /** For changing something, one thread at a time. */
    Link writing() {
        return writing;
    }

    /** For looking at what is committed. */
    Link reading() {
        return reading;
    }

    /** The way to write that suits the database. Asked once. */
    Writer writer(EventCodec codec) {
        if (file.isEmpty()) {
            Link alone = keep(new Link(Session.writer(source), () -> Session.writer(source)));
            return new SharedWriter(writing, alone, dialect, codec);
        }
        return new LocalWriter(writing, keep(Session.reader(source)), codec, file.get());
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
