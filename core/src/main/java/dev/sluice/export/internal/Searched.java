package dev.sluice.export.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import java.util.ArrayList;
import java.util.List;

/** A log of which only that is read which is searched: for rows that show nothing of the lead's data. */
record Searched(Events log) implements Events {
    @Override
    public List<Event> stream(StreamId stream) {
        EventQuery query = EventQuery.builder()
                .account(stream.account())
                .lead(stream.id())
                .limit(EventQuery.MAX_LIMIT)
                .build();
        List<Event> events = new ArrayList<>();
        each(query, events::add);
        return events;
    }

    @Override
    public Page<Event> after(Cursor cursor, int limit) {
        return log.after(cursor, limit);
    }

    @Override
    public Page<Event> find(EventQuery query) {
        return log.findColumns(query);
    }
}
