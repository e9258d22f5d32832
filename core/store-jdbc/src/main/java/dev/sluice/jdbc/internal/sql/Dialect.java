package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What one database does differently from another. Statements that all of them understand stand where they are used. */
public interface Dialect {

    /** The name of the folder with its schema. */
    String name();

    /** The number of the last script in that folder. */
    int schema();

    /** Makes ready a connection that writes. */
    void prepareWriter(Connection connection) throws SQLException;

    /** Makes ready a connection that only reads. */
    void prepareReader(Connection connection) throws SQLException;

    /** Makes a connection as it was before, for whoever gets it from the host's pool next. */
    void restore(Connection connection) throws SQLException;

    /** What a commit on this prepared connection survives. */
    Durability durability(Session session);

    /** The file that only one process may write; empty when many processes share the database, which orders its writers. */
    Optional<Path> file(Connection connection) throws SQLException;

    /** Waits until nobody else changes the schema, if somebody else can. */
    default void lockSchema(Session session) {}

    /** Inserts a row, or puts it in place of the one with its key. */
    default String upsert(Table<?, ?> table) {
        return table.insert() + " on conflict (" + String.join(", ", table.keys()) + ") do update set "
                + String.join(
                        ", ",
                        table.columns().stream()
                                .map(column -> column + " = excluded." + column)
                                .toList());
    }

    /** Inserts a row unless there is one with all of these values, which are its key. */
    default String insertUnlessThere(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size() - 1) + ") on conflict do nothing";
    }

    /** Behind a query: nobody else may change these rows until the transaction ends. */
    default String forUpdate() {
        return "";
    }

    /** Behind a query: the same, without those that somebody else is changing. */
    default String skipLocked() {
        return "";
    }

    /** The isolation in which one transaction sees everything as of one moment. */
    int snapshot();

    /** The order in which events are read. */
    ReadingOrder order();

    /** Makes sure that what was deleted is in no file; false while a reader prevents it. Outside of transactions. */
    default boolean scrub(Session session) {
        return true;
    }

    /** What has to follow rows in the log, so that they are found by their time. */
    default void appended(Session session, int events) {}

    /** What has to follow a commit before it is as durable as said. */
    default void committed(Session session) {}

    /** Whether the transaction lost against another one and may do better when it runs again. */
    default boolean isConflict(SQLException fault) {
        return false;
    }

    /** The dialect of the database behind {@code connection}. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        List<Dialect> known = List.of(new Sqlite(), new H2(), new Postgres());
        return known.stream()
                .filter(dialect -> dialect.name().equalsIgnoreCase(product))
                .findFirst()
                .orElseThrow(() -> new SQLException(product + " is no known database: use SQLite, H2 or PostgreSQL"));
    }
}
