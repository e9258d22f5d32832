package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.export.firehose.Envelope;
import dev.sluice.export.firehose.Sink;
import dev.sluice.export.firehose.SinkBatch;
import dev.sluice.export.firehose.SinkResult;
import dev.sluice.json.ValueJson;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as rows of a table, for warehouses: what is asked for most as columns, all of the event as JSON in {@code data}.
 * The table is made when it is not there. A batch is one transaction; an event that comes again takes the place of its row.
 * A connection is taken for each batch. Immutable and safe on any thread.
 */
public final class JdbcSink implements Sink {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62})?";
    private static final List<String> COLUMNS = List.of(
            "event_id VARCHAR(512) PRIMARY KEY",
            "type VARCHAR(255)",
            "at VARCHAR(64)",
            "account_id VARCHAR(512)",
            "flow_id VARCHAR(512)",
            "lead_id VARCHAR(512)",
            "seq BIGINT",
            "source_id VARCHAR(512)",
            "step_id VARCHAR(512)",
            "entity_id VARCHAR(512)",
            "outcome VARCHAR(16)",
            "reason TEXT",
            "cost NUMERIC(19,6)",
            "revenue NUMERIC(19,6)",
            "duration_ms BIGINT",
            "batch_id VARCHAR(512)",
            "data TEXT");

    private final Source source;
    private final String table;

    private JdbcSink(Source source, String table) {
        if (!table.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a table is named by letters, digits and underlines, with a schema and a dot before it or not");
        }
        this.source = source;
        this.table = table;
    }

    /** Where connections come from; each is closed after its batch. */
    @FunctionalInterface
    public interface Source {
        Connection open() throws SQLException;
    }

    /**
     * Rows in {@code table} of the database that the host's connections lead to: {@code dataSource::getConnection}.
     *
     * @throws IllegalArgumentException if the table's name has other characters than letters, digits and underlines
     */
    public static JdbcSink into(Source connections, String table) {
        return new JdbcSink(requireNonNull(connections, "connections"), requireNonNull(table, "table"));
    }

    /** Rows in {@code table} of the database with this JDBC URL. */
    public static JdbcSink into(String url, String table) {
        requireNonNull(url, "url");
        return into(() -> DriverManager.getConnection(url), table);
    }

    /** A fault is told by its SQL state alone: what databases say may quote values. */
    @Override
    public SinkResult take(SinkBatch batch) {
        if (batch.deadline().passed()) {
            return SinkResult.failed("the time was over before the rows were sent");
        }
        try (Connection connection = source.open()) {
            connection.setAutoCommit(false);
            return taken(connection, batch);
        } catch (SQLException fault) {
            return SinkResult.failed("the database refused the rows, SQL state " + fault.getSQLState());
        }
    }

    /** Makes the table when it is not there. */
    @Override
    public SinkResult verify(Deadline deadline) {
        try (Connection connection = source.open()) {
            create(connection, deadline);
            return SinkResult.taken();
        } catch (SQLException fault) {
            return SinkResult.failed("the database cannot be written, SQL state " + fault.getSQLState());
        }
    }

    private void create(Connection connection, Deadline deadline) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.setQueryTimeout(seconds(deadline));
            create.execute("CREATE TABLE IF NOT EXISTS " + table + " (" + String.join(", ", COLUMNS) + ")");
        }
    }

    private static int seconds(Deadline deadline) {
        return (int) Math.max(1, deadline.left().toSeconds());
    }

    private SinkResult taken(Connection connection, SinkBatch batch) throws SQLException {
        try {
            write(connection, batch);
            connection.commit();
            return SinkResult.taken();
        } catch (SQLException fault) {
            connection.rollback();
            throw fault;
        }
    }

    private void write(Connection connection, SinkBatch batch) throws SQLException {
        int seconds = seconds(batch.deadline());
        create(connection, batch.deadline());
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE event_id = ?");
                PreparedStatement insert = connection.prepareStatement(insert())) {
            delete.setQueryTimeout(seconds);
            insert.setQueryTimeout(seconds);
            for (Event event : batch.events()) {
                delete.setString(1, writable(event.id()));
                delete.addBatch();
                fill(insert, batch, event);
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private String insert() {
        List<String> names = COLUMNS.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")";
    }

    private static void fill(PreparedStatement row, SinkBatch batch, Event event) throws SQLException {
        int at = 1;
        row.setString(at++, writable(event.id()));
        row.setString(at++, writable(event.type().text()));
        row.setString(at++, event.at().toString());
        row.setString(at++, writable(event.stream().account()));
        row.setString(at++, writable(event.context().flow()));
        row.setString(at++, writable(event.leadId()));
        row.setLong(at++, event.seq());
        row.setString(at++, writable(event.context().source()));
        row.setString(at++, writable(event.step().orElse(null)));
        row.setString(at++, writable(event.entity().orElse(null)));
        row.setString(at++, event.outcome().map(Outcome::text).orElse(null));
        row.setString(at++, writable(event.reason().orElse(null)));
        row.setBigDecimal(at++, event.cost().orElse(null));
        row.setBigDecimal(at++, event.revenue().orElse(null));
        row.setLong(at++, event.durationMs());
        row.setString(at++, batch.id());
        row.setString(at, ValueJson.write(Envelope.EVENT.of(batch, event)));
    }

    /** No database keeps NUL or half a pair in every text; the JSON has them as escapes. */
    private static @Nullable String writable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
