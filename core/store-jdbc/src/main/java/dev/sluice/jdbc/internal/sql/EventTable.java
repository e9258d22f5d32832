package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.Cursor;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.StoredChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the log. The database numbers them. */
public final class EventTable {
    /** Columns that hold text, then those that hold numbers; each is null where the event has no such column. */
    private static final List<String> TEXTS = List.of("type", "flow", "source", "step", "entity", "outcome", "reason");

    private static final List<String> NUMBERS =
            List.of("at", "v", "rev", "test", "generation", "attempt", "cost", "revenue", "duration_ms");

    /** The columns that {@link #read} wants first. */
    public static final String ALL = "account, stream, seq, clear, sealed, detail, hash, gone, "
            + String.join(", ", TEXTS) + ", " + String.join(", ", NUMBERS);

    private static final int FIRST = 9;
    private static final int WIDTH = FIRST - 1 + TEXTS.size() + NUMBERS.size();
    private static final String INSERT = "insert into event (" + ALL + ") values (?" + ", ?".repeat(WIDTH - 1) + ")";
    private static final byte[] EMPTY = new byte[0];

    private final Session session;

    public EventTable(Session session) {
        this.session = session;
    }

    /** An event and its place in the reading order. */
    public record Placed(Cursor place, StoredEvent event) {}

    public void insert(List<StoredEvent> events) {
        List<@Nullable Object[]> rows = new ArrayList<>(events.size());
        events.forEach(event -> rows.add(row(event)));
        session.batch(INSERT, rows);
        if (!rows.isEmpty()) {
            session.dialect().appended(session, rows.size());
        }
    }

    private static @Nullable Object[] row(StoredEvent event) {
        Values row = new Values()
                .add(event.stream().account())
                .add(event.stream().id())
                .add(event.seq())
                .add(orNull(event.clear()))
                .add(orNull(event.sealed()))
                .add(orNull(event.detail()))
                .add(event.hash())
                .add(orNull(event.gone()));
        TEXTS.forEach(name -> row.add(event.columns().get(name)));
        NUMBERS.forEach(name -> row.add(number(event.columns().get(name))));
        return row.array();
    }

    private static byte @Nullable [] orNull(byte[] part) {
        return part.length == 0 ? null : part;
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    /** Keeps of a row only the parts that {@code rest} has. */
    public void empty(StoredEvent rest) {
        session.update(
                "update event set clear = ?, sealed = ?, detail = ?, gone = ? where account = ? and stream = ? and seq"
                        + " = ?",
                orNull(rest.clear()),
                orNull(rest.sealed()),
                orNull(rest.detail()),
                orNull(rest.gone()),
                rest.stream().account(),
                rest.stream().id(),
                rest.seq());
    }

    /** Only what is empty may be deleted. */
    public void remove(StreamId stream, long last) {
        session.update(
                "update event set clear = null, sealed = null, detail = null where account = ? and stream = ? and seq <= ?",
                stream.account(),
                stream.id(),
                last);
        session.update(
                "delete from event where account = ? and stream = ? and seq <= ?", stream.account(), stream.id(), last);
    }

    public Tail tail(StreamId stream) {
        return session.first(
                        "select seq, hash from event where account = ? and stream = ? order by seq desc limit 1",
                        row -> new Tail(new StreamHead(row.getLong(1)), row.getBytes(2)),
                        stream.account(),
                        stream.id())
                .orElse(Tail.NONE);
    }

    public boolean has(StoredEvent event) {
        return session.first(
                        "select 1 from event where account = ? and stream = ? and seq = ?",
                        row -> true,
                        event.stream().account(),
                        event.stream().id(),
                        event.seq())
                .isPresent();
    }

    public List<StoredEvent> stream(StreamId stream) {
        return session.list(
                "select " + ALL + " from event where account = ? and stream = ? order by seq",
                EventTable::read,
                stream.account(),
                stream.id());
    }

    /** What the events of a stream before one changed. */
    public List<StoredChange> before(StreamId stream, long seq) {
        return session.list(
                "select seq, clear, sealed from event where account = ? and stream = ? and seq < ? order by seq",
                row -> new StoredChange(stream, row.getLong(1), orEmpty(row.getBytes(2)), orEmpty(row.getBytes(3))),
                stream.account(),
                stream.id(),
                seq);
    }

    public static StoredEvent read(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        int at = FIRST;
        for (String name : TEXTS) {
            present(columns, name, row.getString(at++));
        }
        for (String name : NUMBERS) {
            present(columns, name, row.getString(at++));
        }
        return new StoredEvent(
                new StreamId(row.getString(1), row.getString(2)),
                row.getLong(3),
                columns,
                orEmpty(row.getBytes(4)),
                orEmpty(row.getBytes(5)),
                orEmpty(row.getBytes(6)),
                orEmpty(row.getBytes(7)),
                orEmpty(row.getBytes(8)));
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
