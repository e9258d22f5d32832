package dev.sluice.database;

import dev.sluice.delivery.ConfigProblem;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database says about the table of a recipient. */
final class TableCheck {
    private final DatabaseMetaData database;
    private final @Nullable String catalog;
    private final DatabaseSettings settings;
    private final Identifier.Spelling spelling;
    private final @Nullable String schema;
    private final String table;

    TableCheck(Connection connection, DatabaseSettings settings) throws SQLException {
        this.database = connection.getMetaData();
        this.catalog = connection.getCatalog();
        this.settings = settings;
        this.spelling = Identifier.Spelling.of(database, settings.exactNames());
        String[] parts = settings.table().name().split("\\.");
        this.schema = parts.length > 1 ? spelling.folded(parts[parts.length - 2]) : null;
        this.table = spelling.folded(parts[parts.length - 1]);
    }

    List<ConfigProblem> problems() throws SQLException {
        Set<String> there = columns();
        if (there.isEmpty()) {
            return List.of(new ConfigProblem(
                    "/" + DatabaseSettings.TABLE, "unknown_table", "the database has no such table; make it first"));
        }
        List<ConfigProblem> problems = new ArrayList<>();
        for (Identifier column : settings.columns()) {
            if (!there.contains(spelling.folded(column.name()))) {
                problems.add(new ConfigProblem(pointer(column), "unknown_column", "the table has no such column"));
            }
        }
        if (problems.isEmpty() && !isUnique(spelling.folded(settings.key().name()))) {
            problems.add(new ConfigProblem(
                    "/" + DatabaseSettings.KEY_COLUMN,
                    "key_not_unique",
                    "the table does not keep this column unique, so that a lead that comes again is a second row"));
        }
        return problems;
    }

    private String pointer(Identifier column) {
        if (column.equals(settings.key())) {
            return "/" + DatabaseSettings.KEY_COLUMN;
        }
        return settings.reference().filter(column::equals).isPresent()
                ? "/" + DatabaseSettings.REFERENCE_COLUMN
                : "/" + DatabaseSettings.COLUMNS + "/" + column.name();
    }

    private Set<String> columns() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (ResultSet rows = database.getColumns(catalog, schema, table, null)) {
            while (rows.next()) {
                names.add(spelling.folded(rows.getString("COLUMN_NAME")));
            }
        }
        return names;
    }

    /** Whether an index of this column alone allows no value twice. */
    private boolean isUnique(String column) throws SQLException {
        Map<String, Set<String>> indexes = new HashMap<>();
        try (ResultSet rows = database.getIndexInfo(catalog, schema, table, true, true)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                if (name != null && !rows.getBoolean("NON_UNIQUE")) {
                    indexes.computeIfAbsent(
                                    String.valueOf(rows.getString("INDEX_NAME")), index -> new LinkedHashSet<>())
                            .add(spelling.folded(name));
                }
            }
        }
        try (ResultSet rows = database.getPrimaryKeys(catalog, schema, table)) {
            while (rows.next()) {
                indexes.computeIfAbsent("primary key", index -> new LinkedHashSet<>())
                        .add(spelling.folded(rows.getString("COLUMN_NAME")));
            }
        }
        return indexes.containsValue(Set.of(column));
    }
}
