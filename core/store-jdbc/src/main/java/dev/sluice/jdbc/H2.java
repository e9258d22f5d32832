package dev.sluice.jdbc;

import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/** H2 in a file of this process: pure Java, forced to the device after each commit. It has no triggers without code. */
final class H2 implements Dialect {
    /** Ways to the file, such as {@code async:}, which stand before its path; one letter is a drive. */
    private static final Pattern SCHEMES = Pattern.compile("^([A-Za-z][A-Za-z0-9]+:)+");

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public int schema() {
        return 2;
    }

    @Override
    public void prepareWriter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        }
    }

    @Override
    public void prepareReader(Connection connection) {}

    @Override
    public void restore(Connection connection) {}

    @Override
    public Durability durability(Session session) {
        return Durability.SYNCED;
    }

    /** A server's file may be written by others, whom no lock beside it would keep out. */
    @Override
    public Optional<Path> file(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
            throw new SQLException("a server of this database cannot be shared: name a file");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database_path()")) {
            String path = row.next() ? row.getString(1) : null;
            if (path == null) {
                throw new SQLException("a database in memory keeps nothing: name a file, or use the in-memory store");
            }
            return Optional.of(Path.of(SCHEMES.matcher(path).replaceFirst("") + ".mv.db"));
        }
    }

    @Override
    public String upsert(Table<?, ?> table) {
        return table.insert()
                .replaceFirst("insert", "merge")
                .replace(") values", ") key (" + String.join(", ", table.keys()) + ") values");
    }

    @Override
    public int snapshot() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public void committed(Session session) {
        session.update("checkpoint sync");
    }
}
