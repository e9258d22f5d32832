package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Selection;
import dev.sluice.store.Selection.Depth;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Selected events in the order of their streams, page by page along the log's one index, so that nothing is held between
 * two pages. The database selects, leaves out what is not needed, and orders.
 *
 * @param <R> a row as it was read
 */
abstract class SelectedEvents<R> {
    static final int PAGE = 4_000;
    private static final String PLACE = " and (stream, seq) > (?, ?) order by stream, seq limit ?";

    private final Link reading;
    private final Selection what;
    private final String sql;
    private List<R> stream = new ArrayList<>();

    SelectedEvents(Link reading, Selection what, String sql) {
        this.reading = reading;
        this.what = what;
        this.sql = sql + PLACE;
    }

    static SelectedEvents<?> of(Link reading, EventCodec codec, Selection what) {
        return what.depth() == Depth.WHOLE
                ? new WholeStreams(reading, codec, what)
                : new EventColumns(reading, codec, what);
    }

    /** What stands for the question marks before the place. */
    abstract List<Object> values();

    abstract R read(ResultSet row) throws SQLException;

    abstract String streamOf(R row);

    abstract long seqOf(R row);

    /** The selected events of a stream. */
    abstract List<Event> events(List<R> rows);

    void each(Consumer<List<Event>> streams) {
        String last = "";
        long seq = 0;
        List<R> page = page(last, seq);
        while (!page.isEmpty()) {
            for (R row : page) {
                if (!streamOf(row).equals(last)) {
                    show(streams);
                    last = streamOf(row);
                }
                seq = seqOf(row);
                stream.add(row);
            }
            page = page.size() < PAGE ? List.of() : page(last, seq);
        }
        show(streams);
    }

    private List<R> page(String last, long seq) {
        List<Object> values = new ArrayList<>(values());
        values.addAll(List.of(last, seq, PAGE));
        return reading.ask(session -> session.list(sql, this::read, values.toArray()));
    }

    private void show(Consumer<List<Event>> streams) {
        if (stream.isEmpty()) {
            return;
        }
        List<Event> events = events(stream);
        stream = new ArrayList<>();
        if (!events.isEmpty()) {
            streams.accept(events);
        }
    }

    /** The part of a condition that chooses events; its values are {@link #filterValues}. */
    static String filter(Selection what) {
        return (what.from().equals(Instant.MIN) ? "" : " and at >= ?")
                + (what.to().equals(Instant.MAX) ? "" : " and at < ?")
                + (what.types().isEmpty() ? "" : " and type in (" + marks(what.types()) + ")");
    }

    static String marks(Collection<?> values) {
        return "?" + ", ?".repeat(values.size() - 1);
    }

    List<Object> filterValues() {
        List<Object> values = new ArrayList<>();
        if (!what.from().equals(Instant.MIN)) {
            values.add(millis(what.from()));
        }
        if (!what.to().equals(Instant.MAX)) {
            values.add(millis(what.to()));
        }
        values.addAll(texts(what.types()));
        return values;
    }

    static List<String> texts(Collection<EventType> types) {
        return types.stream().map(EventType::text).sorted().toList();
    }

    /** Columns hold whole milliseconds: a moment within one is behind all events of it. */
    private static long millis(Instant moment) {
        boolean outside = moment.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
                || moment.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE));
        if (outside) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        long millis = moment.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(moment) ? millis + 1 : millis;
    }
}
