package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** SQLite in a file: write-ahead log, forced to the device at each commit, one writing process. */
final class Sqlite implements Dialect {
    private static final int BUSY_MILLIS = 10_000;
    /** Pages of hashes are met in no order, and the usual 2,000 KiB are soon too few for them. */
    private static final int CACHE_KIB = 16_384;

    private static final ReadingOrder ORDER = new ByPosition(TimeBlocks::around, ByPosition::last);

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public int schema() {
        return 4;
    }

    @Override
    public Durability durability(Session session) {
        return Durability.SYNCED;
    }

    @Override
    public ReadingOrder order() {
        return ORDER;
    }

    /** Deleted bytes are overwritten when they are deleted; what is left is in the write-ahead log. */
    @Override
    public boolean scrub(Session session) {
        return session.first("pragma wal_checkpoint(truncate)", row -> row.getInt(1) == 0)
                .orElse(false);
    }

    @Override
    public void appended(Session session, int events) {
        TimeBlocks.extend(session, TimeBlocks.ON_CONFLICT, events);
    }

    @Override
    public int snapshot() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    public void prepareWriter(Connection connection) throws SQLException {
        pragma(connection, "query_only = off");
        pragma(connection, "busy_timeout = " + BUSY_MILLIS);
        String mode = pragma(connection, "journal_mode = wal");
        if (!mode.equals("wal")) {
            throw new SQLException("the file cannot keep a write-ahead log (journal mode is " + mode + ")");
        }
        pragma(connection, "synchronous = full");
        pragma(connection, "cache_size = -" + CACHE_KIB);
        pragma(connection, "secure_delete = on");
    }

    @Override
    public void prepareReader(Connection connection) throws SQLException {
        pragma(connection, "busy_timeout = " + BUSY_MILLIS);
        pragma(connection, "cache_size = -" + CACHE_KIB);
        pragma(connection, "query_only = on");
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        pragma(connection, "query_only = off");
    }

    @Override
    public Optional<Path> file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
            String file = row.next() ? row.getString(1) : null;
            if (file == null || file.isEmpty()) {
                throw new SQLException("a database in memory keeps nothing: name a file, or use the in-memory store");
            }
            return Optional.of(Path.of(file));
        }
    }

    /** Sets or asks a setting, and gives its first answer; empty when there is none. */
    private static String pragma(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute("pragma " + setting)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                String answer = row.next() ? row.getString(1) : null;
                return answer == null ? "" : answer;
            }
        }
    }
}
