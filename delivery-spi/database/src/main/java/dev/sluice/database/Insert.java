package dev.sluice.database;

import dev.sluice.types.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The two statements of a delivery on one connection. For one thread. */
final class Insert {
    private final Connection connection;
    private final DatabaseSettings settings;
    private final Identifier.Spelling spelling;
    private final int timeoutSeconds;

    Insert(Connection connection, DatabaseSettings settings, Duration left) throws SQLException {
        this.connection = connection;
        this.settings = settings;
        this.spelling = Identifier.Spelling.of(connection.getMetaData(), settings.exactNames());
        // Whole seconds are all that there is; none would mean no end.
        this.timeoutSeconds = (int) Math.max(1, left.toSeconds());
    }

    /** Inserts {@code row}, all of it or nothing. */
    void run(Row row, Runnable sending) throws SQLException {
        Map<Identifier, Value> cells = row.cells();
        String columns =
                cells.keySet().stream().map(column -> column.quoted(spelling)).collect(Collectors.joining(", "));
        String places = String.join(", ", Collections.nCopies(cells.size(), "?"));
        String sql = "insert into " + settings.table().quoted(spelling) + " (" + columns + ") values (" + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(timeoutSeconds);
            int place = 0;
            for (Value value : cells.values()) {
                Binding.of(value).to(statement, ++place);
            }
            sending.run();
            statement.executeUpdate();
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** What the row of {@code key} is referred to by; empty when there is no such row. */
    Optional<String> reference(String key) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        Identifier column = settings.reference().orElse(settings.key());
        String sql = "select " + column.quoted(spelling) + " from "
                + settings.table().quoted(spelling) + " where " + settings.key().quoted(spelling) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(String.valueOf(rows.getString(1))) : Optional.empty();
            }
        }
    }
}
