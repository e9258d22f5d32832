package dev.sluice.jdbc;

import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Chain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the log. */
final class EventTable {
    /** Columns that hold text, then those that hold numbers; each is null where the event has no such column. */
    private static final List<String> TEXTS = List.of("type", "flow", "source", "step", "entity", "outcome", "reason");

    private static final List<String> NUMBERS =
            List.of("at", "v", "rev", "test", "generation", "attempt", "cost", "revenue", "duration_ms");

    private static final String ALL = "position, account, stream, seq, clear, sealed, detail, hash, "
            + String.join(", ", TEXTS) + ", " + String.join(", ", NUMBERS);
    private static final int FIRST = 9;
    private static final int WIDTH = FIRST - 1 + TEXTS.size() + NUMBERS.size();
    private static final String INSERT = "insert into event (" + ALL + ") values (?" + ", ?".repeat(WIDTH - 1) + ")";
    private static final byte[] EMPTY = new byte[0];

    private final Session session;

    EventTable(Session session) {
        this.session = session;
    }

    /** An event and its place in the reading order. */
    record Placed(long position, StoredEvent event) {}

    void insert(long position, StoredEvent event) {
        List<@Nullable Object> row = new ArrayList<>(WIDTH);
        row.add(position);
        row.add(event.stream().account());
        row.add(event.stream().id());
        row.add(event.seq());
        row.add(orNull(event.clear()));
        row.add(orNull(event.sealed()));
        row.add(orNull(event.detail()));
        row.add(event.hash());
        TEXTS.forEach(name -> row.add(event.columns().get(name)));
        NUMBERS.forEach(name -> row.add(number(event.columns().get(name))));
        session.update(INSERT, row.toArray());
    }

    private static byte @Nullable [] orNull(byte[] part) {
        return part.length == 0 ? null : part;
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    long lastPosition() {
        return session.first("select max(position) from event", row -> row.getLong(1))
                .orElse(0L);
    }

    byte[] lastHash(StreamId stream) {
        return session.first(
                        "select hash from event where account = ? and stream = ? order by seq desc limit 1",
                        row -> row.getBytes(1),
                        stream.account(),
                        stream.id())
                .orElse(Chain.START);
    }

    List<StoredEvent> stream(StreamId stream) {
        return session.list(
                "select " + ALL + " from event where account = ? and stream = ? order by seq",
                row -> read(row).event(),
                stream.account(),
                stream.id());
    }

    List<Placed> after(long position, int limit) {
        return session.list(
                "select " + ALL + " from event where position > ? order by position limit ?",
                EventTable::read,
                position,
                limit);
    }

    private static Placed read(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        int at = FIRST;
        for (String name : TEXTS) {
            present(columns, name, row.getString(at++));
        }
        for (String name : NUMBERS) {
            present(columns, name, row.getString(at++));
        }
        StoredEvent event = new StoredEvent(
                new StreamId(row.getString(2), row.getString(3)),
                row.getLong(4),
                columns,
                orEmpty(row.getBytes(5)),
                orEmpty(row.getBytes(6)),
                orEmpty(row.getBytes(7)),
                row.getBytes(8));
        return new Placed(row.getLong(1), event);
    }

    private static void present(Map<String, String> columns, String name, @Nullable String text) {
        if (text != null) {
            columns.put(name, text);
        }
    }

    private static byte[] orEmpty(byte @Nullable [] part) {
        return part == null ? EMPTY : part;
    }
}
