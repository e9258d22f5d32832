package dev.sluice.jdbc;

import dev.sluice.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection and its prepared statements. For one thread at a time. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes an object of the row that the result stands on. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Everything in it happens, or nothing. */
    <T> T transaction(Supplier<T> changes) {
        try {
            connection.setAutoCommit(false);
            T result = committed(changes);
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException fault) {
            throw unavailable(fault);
        }
    }

    private <T> T committed(Supplier<T> changes) throws SQLException {
        try {
            T result = changes.get();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error fault) {
            rollback(fault);
            throw fault;
        }
    }

    private void rollback(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException another) {
            reason.addSuppressed(another);
        }
    }

    /** Runs a statement that changes something and gives the number of rows. */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException fault) {
            throw unavailable(fault);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException fault) {
            throw unavailable(fault);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static StoreUnavailableException unavailable(SQLException fault) {
        return new StoreUnavailableException("the database refused: " + fault.getMessage(), fault);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw unavailable(fault);
        }
    }
}
