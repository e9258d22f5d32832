package dev.sluice.jdbc.internal.sql;

import static java.util.stream.Collectors.joining;

import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * H2 in a file of this process: pure Java, forced to the device after each commit. It has no triggers without code.
 *
 * <p>Versions since 2.2 write a commit into space that they freed, or move what they wrote, before the head of the file
 * leads there: after a kill they open the file as it was some commits before. So nothing is written but at the end.
 */
public final class H2 implements Dialect {
    /** Ways to the file, such as {@code async:}, which stand before its path; one letter is a drive. */
    private static final Pattern SCHEMES = Pattern.compile("^([A-Za-z][A-Za-z0-9]+:)+");

    /** What keeps it from writing anywhere but at the end of its file; taken from whoever opens the file first. */
    private static final Map<String, String> ONLY_AT_THE_END = Map.of("REUSE_SPACE", "FALSE", "MAX_COMPACT_TIME", "0");

    /** The largest position may be told before its row is seen by all, so only rows that were seen say where to go on. */
    private static final ReadingOrder ORDER = new ByPosition(TimeBlocks::around, session -> Cursor.START);

    /** This URL with the settings that keep what is committed, if it is one of this database and does not name them. */
    public static String complete(String url) {
        if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:")) {
            return url;
        }
        String named = url.toUpperCase(Locale.ROOT);
        return ONLY_AT_THE_END.entrySet().stream()
                .filter(setting -> !named.contains(";" + setting.getKey() + "="))
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .sorted()
                .collect(joining("", url, ""));
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public int schema() {
        return 3;
    }

    @Override
    public ReadingOrder order() {
        return ORDER;
    }

    @Override
    public void appended(Session session, int events) {
        TimeBlocks.extend(session, TimeBlocks.MERGE, events);
    }

    @Override
    public void prepareWriter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        }
        for (Map.Entry<String, String> setting : ONLY_AT_THE_END.entrySet()) {
            refuseUnless(connection, setting.getKey(), setting.getValue());
        }
    }

    private static void refuseUnless(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select setting_value from information_schema.settings where setting_name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !value.equalsIgnoreCase(row.getString(1))) {
                    throw new SQLException("it may lose what was committed when its process is killed: open it with "
                            + name + "=" + value + " in its URL");
                }
            }
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
            Path file = Path.of(SCHEMES.matcher(path).replaceFirst("") + ".mv.db");
            H2Head.refuseCutShort(file.toFile());
            return Optional.of(file);
        }
    }

    @Override
    public String upsert(Table<?, ?> table) {
        return table.insert()
                .replaceFirst("insert", "merge")
                .replace(") values", ") key (" + String.join(", ", table.keys()) + ") values");
    }

    @Override
    public String insertUnlessThere(String table, List<String> columns) {
        String names = String.join(", ", columns);
        return "merge into " + table + " (" + names + ") key (" + names + ") values (?"
                + ", ?".repeat(columns.size() - 1) + ")";
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
