package dev.sluice.jdbc.internal.read;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.store.Alike;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Likeness;
import dev.sluice.store.Page;
import dev.sluice.store.Selection;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StoredLog;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import dev.sluice.store.codec.StoredChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The log as it was committed. */
public record JdbcEvents(Link reading, EventCodec codec) implements Events {
    /** How many events are looked at for one page where the data of leads decide. */
    private static final int RULED = 500;

    private static final Found.Shape<StoredEvent> WHOLE = new Found.Shape<>(EventTable.ALL, EventTable::read);

    @Override
    public List<Event> stream(StreamId stream) {
        return codec.decode(stored(stream));
    }

    public List<StoredEvent> stored(StreamId stream) {
        return reading.ask(session -> new EventTable(session).stream(stream));
    }

    private List<StoredChange> before(StreamId stream, long seq) {
        return reading.ask(session -> new EventTable(session).before(stream, seq));
    }

    public StoredLog stored() {
        return new StoredLog() {
            @Override
            public List<StoredEvent> stream(StreamId stream) {
                return JdbcEvents.this.stored(stream);
            }

            @Override
            public Page<StoredEvent> after(Cursor cursor, int limit) {
                return storedAfter(cursor, limit);
            }
        };
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        Page<StoredEvent> page = storedAfter(cursor, limit);
        return new Page<>(codec.decode(page.events(), this::before), page.next());
    }

    @Override
    public Page<Event> find(EventQuery query) {
        int candidates = query.hasRules() ? Math.max(query.limit(), RULED) : query.limit();
        Found<StoredEvent> found = reading.ask(session -> Found.of(session, query, candidates, WHOLE));
        List<StoredEvent> rows = found.rows().stream().map(Found.Row::content).toList();
        return page(query, found, codec.decode(rows, this::before));
    }

    @Override
    public Page<Event> findColumns(EventQuery query) {
        if (query.hasRules()) {
            return find(query);
        }
        ColumnReader columns = new ColumnReader(codec, query.account(), Set.of());
        Found.Shape<Event> shape = new Found.Shape<>(ColumnReader.columns(Set.of()), columns::read);
        Found<Event> found = reading.ask(session -> Found.of(session, query, query.limit(), shape));
        return page(query, found, found.rows().stream().map(Found.Row::content).toList());
    }

    /** What the database found may be too much. */
    private static Page<Event> page(EventQuery query, Found<?> found, List<Event> candidates) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (query.test(candidates.get(i))) {
                events.add(candidates.get(i));
            }
            if (events.size() == query.limit()) {
                return new Page<>(events, found.rows().get(i).place());
            }
        }
        return new Page<>(events, found.end());
    }

    @Override
    public void byStream(Selection what, Consumer<List<Event>> streams) {
        SelectedEvents.of(reading, codec, what).each(streams);
    }

    @Override
    public Optional<List<Alike>> alike(Selection what, Set<Likeness> by) {
        return new AlikeEvents(what, by).in(reading);
    }

    public Page<StoredEvent> storedAfter(Cursor cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page holds at least 1 event, not " + limit);
        }
        List<EventTable.Placed> rows =
                reading.ask(session -> session.dialect().order().after(session, cursor, limit));
        return new Page<>(
                rows.stream().map(EventTable.Placed::event).toList(),
                rows.isEmpty() ? cursor : rows.get(rows.size() - 1).place());
    }
}
