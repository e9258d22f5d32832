package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.util.List;

/** The log as it was committed. A cursor is the position of the last event that was read. */
final class JdbcEvents implements Events {
    private final Reading reading;
    private final EventCodec codec;

    JdbcEvents(Reading reading, EventCodec codec) {
        this.reading = reading;
        this.codec = codec;
    }

    static Cursor cursor(long position) {
        return position == 0 ? Cursor.START : new Cursor(Long.toString(position));
    }

    private static long position(Cursor cursor) {
        try {
            return cursor.equals(Cursor.START) ? 0 : Long.parseLong(cursor.text());
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("cursor '" + cursor.text() + "' was not given by this store", foreign);
        }
    }

    @Override
    public List<Event> stream(StreamId stream) {
        return codec.decode(stored(stream));
    }

    private List<StoredEvent> stored(StreamId stream) {
        return reading.read(session -> new EventTable(session).stream(stream));
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page holds at least 1 event, not " + limit);
        }
        long from = position(cursor);
        List<EventTable.Placed> rows = reading.read(session -> new EventTable(session).after(from, limit));
        if (rows.isEmpty()) {
            return new Page<>(List.of(), cursor);
        }
        List<StoredEvent> page = rows.stream().map(EventTable.Placed::event).toList();
        return new Page<>(
                codec.decode(page, this::stored),
                cursor(rows.get(rows.size() - 1).position()));
    }
}
