package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.util.List;

/** The log as it was committed. */
record JdbcEvents(Link reading, EventCodec codec) implements Events {

    @Override
    public List<Event> stream(StreamId stream) {
        return codec.decode(stored(stream));
    }

    List<StoredEvent> stored(StreamId stream) {
        return reading.ask(session -> new EventTable(session).stream(stream));
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        Page<StoredEvent> page = storedAfter(cursor, limit);
        return new Page<>(codec.decode(page.events(), this::stored), page.next());
    }

    Page<StoredEvent> storedAfter(Cursor cursor, int limit) {
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
