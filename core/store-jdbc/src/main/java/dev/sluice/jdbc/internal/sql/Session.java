package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.StoreUnavailableException;
import java.nio.file.Path;
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
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Makes an object of the row that the result stands on. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something with the connection itself. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    /** A connection of the host, as it is. */
    public static Session open(Connections source) {
        return attempt(() -> {
            Connection connection = source.open();
            try {
                return new Session(connection, Dialect.of(connection));
            } catch (SQLException | RuntimeException fault) {
                connection.close();
                throw fault;
            }
        });
    }

    /** A connection on which nothing is changed. */
    public static Session reader(Connections source) {
        Session session = open(source);
        return session.ready(session.dialect::prepareReader);
    }

    /** A connection that writes. */
    public static Session writer(Connections source) {
        Session session = open(source);
        return session.ready(session.dialect::prepareWriter);
    }

    /** Makes ready a connection. */
    @FunctionalInterface
    public interface Preparing {
        void prepare(Connection connection) throws SQLException;
    }

    /** This, once it is made ready; else closed. */
    public Session ready(Preparing preparing) {
        try {
            return attempt(() -> {
                preparing.prepare(connection);
                return this;
            });
        } catch (StoreUnavailableException fault) {
            try (this) {
                throw fault;
            }
        }
    }

    /** The file that only one process may write. */
    public Optional<Path> file() {
        return attempt(() -> dialect.file(connection));
    }

    /** Whether the last transaction lost against another one, which leaves the connection as good as it was. */
    boolean hasLost(StoreUnavailableException fault) {
        return fault.getCause() instanceof SQLException cause && dialect.isConflict(cause);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Everything in it happens, or nothing; unless the commit fails, then it is unknown which. */
    public <T> T transaction(Supplier<T> changes) {
        begin();
        T result = doneOrUndone(changes);
        commit();
        return result;
    }

    public void begin() {
        attempt(() -> {
            connection.setAutoCommit(false);
            return true;
        });
    }

    /** What it does, or nothing. */
    public <T> T doneOrUndone(Supplier<T> changes) {
        try {
            return changes.get();
        } catch (RuntimeException | Error fault) {
            rollback(fault);
            throw fault;
        }
    }

    public void commit() {
        attempt(() -> {
            try {
                connection.commit();
            } catch (SQLException fault) {
                rollback(fault);
                throw fault;
            }
            connection.setAutoCommit(true);
            return true;
        });
        dialect.committed(this);
    }

    public void rollback() {
        attempt(() -> {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        });
    }

    private void rollback(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException another) {
            reason.addSuppressed(another);
        }
    }

    /** Reads everything as of one moment. */
    public <T> T snapshot(Supplier<T> queries) {
        int before = attempt(() -> {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(dialect.snapshot());
            return isolation;
        });
        try {
            return transaction(queries);
        } finally {
            attempt(() -> {
                connection.setTransactionIsolation(before);
                return true;
            });
        }
    }

    /** Runs a statement that changes something and gives the number of rows. */
    public int update(String sql, @Nullable Object... values) {
        return attempt(() -> bound(sql, values).executeUpdate());
    }

    /** Runs a statement once for each row of values. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        attempt(() -> {
            PreparedStatement statement = prepared(sql);
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        return attempt(() -> {
            try (ResultSet result = bound(sql, values).executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Texts as one value, where the database has arrays. */
    public Object array(List<String> texts) {
        return attempt(() -> connection.createArrayOf("text", texts.toArray()));
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static <T> T attempt(Step<T> step) {
        try {
            return step.run();
        } catch (SQLException fault) {
            throw new StoreUnavailableException("the database refused: " + fault.getMessage(), fault);
        }
    }

    /** Lets go of the connection; if it goes back to a pool, then as it came. */
    @Override
    public void close() {
        attempt(() -> {
            try (Connection last = connection) {
                restore(last);
            }
            return true;
        });
    }

    private void restore(Connection last) {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            dialect.restore(last);
        } catch (SQLException broken) {
            // What does not answer any more has no settings that somebody could meet.
            statements.clear();
        }
    }
}
