package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL: shared by any number of processes, which decide at commit. */
final class Postgres implements Dialect {
    /** A row that two made at once, a deadlock, a transaction that cannot be put in order. */
    private static final Set<String> CONFLICTS = Set.of("23505", "40P01", "40001");

    /** Any number, as long as every process has the same. */
    private static final long SCHEMA_LOCK = 5_187_026_411L;

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public int schema() {
        return 3;
    }

    @Override
    public void prepareWriter(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
        }
    }

    @Override
    public void prepareReader(Connection connection) {}

    @Override
    public void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
        }
    }

    /** A server that forces nothing to the device promises no more than its operating system. */
    @Override
    public Durability durability(Session session) {
        return session.first("show fsync", row -> row.getString(1))
                .filter("on"::equals)
                .map(on -> Durability.SYNCED)
                .orElse(Durability.OS);
    }

    @Override
    public Optional<Path> file(Connection connection) {
        return Optional.empty();
    }

    @Override
    public void lockSchema(Session session) {
        session.first("select pg_advisory_xact_lock(?)", row -> true, SCHEMA_LOCK);
    }

    @Override
    public String forUpdate() {
        return " for update";
    }

    @Override
    public String skipLocked() {
        return " for update skip locked";
    }

    @Override
    public int snapshot() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public ReadingOrder order() {
        return new ByTransaction();
    }

    @Override
    public boolean isConflict(SQLException fault) {
        return CONFLICTS.contains(String.valueOf(fault.getSQLState()));
    }
}
