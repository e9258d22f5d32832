package dev.sluice.jdbc;

import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What one database does differently from another. Statements that all of them understand stand where they are used. */
interface Dialect {

    /** The name of the folder with its schema. */
    String name();

    /** What a commit survives. */
    Durability durability();

    /** Makes ready a connection that writes. */
    void prepareWriter(Connection connection) throws SQLException;

    /** Makes ready a connection that only reads. */
    void prepareReader(Connection connection) throws SQLException;

    /** The file that only one process may write; empty when the database orders its writers itself. */
    Optional<Path> file(Connection connection) throws SQLException;

    /** The dialect of the database behind {@code connection}. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("SQLite")) {
            return new Sqlite();
        }
        throw new SQLException(product + " is no known database: use SQLite");
    }
}
