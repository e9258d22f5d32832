package dev.sluice.jdbc.internal.read;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.store.Selection;
import dev.sluice.store.Selection.Depth;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Selected events in the order of their streams, page by page along the log's one index, so that nothing is held between
 * two pages. The database selects, leaves out what is not needed, and orders.
 *
 * @param <R> a row as it was read
 */
abstract class SelectedEvents<R> {
    static final int PAGE = 4_000;

    /** More rows than this are read page by page, whatever their time. */
    private static final int MOST_AT_ONCE = 100_000;

    private static final String PLACE = " and (stream, seq) > (?, ?) order by stream, seq limit ?";

    private final Link reading;
    private final Clause select;
    private final Pages pages;
    private List<R> stream = new ArrayList<>();

    /** @param select the rows, without a place and an order */
    SelectedEvents(Link reading, Clause select, Pages pages) {
        this.reading = reading;
        this.select = select;
        this.pages = pages;
    }

    static SelectedEvents<?> of(Link reading, EventCodec codec, Selection what) {
        Optional<Clause> near = reading.ask(session -> session.dialect().order().near(session, what, MOST_AT_ONCE));
        Clause choice = near.map(rows -> Choice.among(rows, what)).orElseGet(() -> Choice.of(what));
        if (what.depth() == Depth.WHOLE) {
            return new WholeStreams(reading, codec, what, choice);
        }
        return new EventColumns(reading, codec, what, choice, near.isPresent() ? Pages.ONE : Pages.MANY);
    }

    /** How rows are read. */
    enum Pages {
        /** All at once: they are few, and were found by their time. */
        ONE,
        /** Along the index of streams. */
        MANY
    }

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
            boolean all = pages == Pages.ONE || page.size() < PAGE;
            page = all ? List.of() : page(last, seq);
        }
        show(streams);
    }

    private List<R> page(String last, long seq) {
        if (pages == Pages.ONE) {
            String sorted = select.sql() + " order by stream, seq";
            return reading.ask(
                    session -> session.list(sorted, this::read, select.values().toArray()));
        }
        List<Object> values = new ArrayList<>(select.values());
        values.addAll(List.of(last, seq, PAGE));
        return reading.ask(session -> session.list(select.sql() + PLACE, this::read, values.toArray()));
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

    static String marks(Collection<?> values) {
        return "?" + ", ?".repeat(values.size() - 1);
    }

    static List<String> texts(Collection<EventType> types) {
        return types.stream().map(EventType::text).sorted().toList();
    }
}
