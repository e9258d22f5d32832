package dev.sluice.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of a store in SQLite, to be written once more as they are, in the order in which they came. */
final class ReadyRows implements AutoCloseable {
    /** The log, and what has to follow it. */
    static final List<String> OF_EVENTS = List.of("event", "event_block");

    /** Tables whose keys say nothing of when a row came, and the column that does. */
    private static final Map<String, String> ORDERS = Map.of("entry", "lead_id", "counter", "\"window\"");

    private final Connection source;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private ReadyRows(Connection source) {
        this.source = source;
    }

    static ReadyRows of(Path database) throws SQLException {
        ReadyRows rows = new ReadyRows(DriverManager.getConnection("jdbc:sqlite:" + database));
        for (String table : rows.tables()) {
            rows.counts.put(table, rows.number("select count(*) from " + table));
        }
        rows.counts.values().removeIf(count -> count == 0);
        return rows;
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(
                        "select name from sqlite_schema where type = 'table' and name not like 'sluice_%'"
                                + " and name not like 'sqlite_%' order by name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    long events() {
        return counts.getOrDefault("event", 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Writes rows into a store without any, each commit its share of every table.
     *
     * @param only the tables that are written; all when it is empty
     * @return what that took, without reading them here
     */
    Took write(Path database, long commits, List<String> only) throws SQLException {
        List<Source> tables = new ArrayList<>();
        Took took = Took.NOTHING;
        try (Connection target = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            prepare(target);
            for (String name : only.isEmpty() ? counts.keySet() : only) {
                tables.add(new Source(name, counts.getOrDefault(name, 0L), source, target));
            }
            for (long commit = 1; commit <= commits; commit++) {
                List<List<Object[]>> rows = new ArrayList<>();
                for (Source table : tables) {
                    rows.add(table.next(commit, commits));
                }
                Took start = Took.now();
                for (int i = 0; i < rows.size(); i++) {
                    tables.get(i).insert(rows.get(i));
                }
                target.commit();
                took = took.and(start);
            }
        }
        return took;
    }

    /** Seconds on the wall and of the processor. */
    record Took(double wall, double processor) {
        private static final Took NOTHING = new Took(0, 0);

        private static Took now() {
            return new Took(System.nanoTime() / 1e9, CpuTime.now() / 1e9);
        }

        private Took and(Took since) {
            Took now = now();
            return new Took(wall + now.wall - since.wall, processor + now.processor - since.processor);
        }
    }

    /** As the store has it. */
    private static void prepare(Connection target) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma secure_delete = on");
            statement.execute("pragma cache_size = -16384");
        }
        target.setAutoCommit(false);
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }

    /** The rows of one table, in its order. */
    private static final class Source {
        private final ResultSet rows;
        private final PreparedStatement insert;
        private final int width;
        private final long count;
        private long taken;

        Source(String table, long count, Connection from, Connection into) throws SQLException {
            this.rows = from.createStatement()
                    .executeQuery("select * from " + table
                            + (ORDERS.containsKey(table) ? " order by " + ORDERS.get(table) : ""));
            this.width = rows.getMetaData().getColumnCount();
            this.insert = into.prepareStatement(
                    "insert into " + table + " values (" + String.join(", ", Collections.nCopies(width, "?")) + ")");
            this.count = count;
        }

        List<Object[]> next(long commit, long commits) throws SQLException {
            List<Object[]> share = new ArrayList<>();
            for (; taken < count * commit / commits && rows.next(); taken++) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                share.add(row);
            }
            return share;
        }

        void insert(List<Object[]> share) throws SQLException {
            for (Object[] row : share) {
                for (int i = 0; i < width; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
