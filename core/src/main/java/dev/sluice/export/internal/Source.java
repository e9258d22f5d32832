package dev.sluice.export.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.export.firehose.Sink;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where rows come from: the events of a query, and what each is a row of. Reads a page at a time and keeps no more.
 *
 * @param log the log
 * @param query which events
 * @param row the row that an event stands for; empty for one that stands for none
 * @param rows the columns
 */
public record Source<T>(Events log, EventQuery query, Function<Event, Optional<T>> row, Rows<T> rows) {

    /** Takes rows. */
    public interface Sink<T> {
        /** Takes a row, and tells whether it wants another one. */
        boolean take(T row, Event event) throws IOException;
    }

    /** Gives rows until there are no more, or no more are wanted; tells where to go on. */
    public Place read(Place from, Sink<T> sink) throws IOException {
        Cursor cursor = from.cursor();
        long passed = from.passed();
        while (true) {
            Page<Event> page = log.find(query.after(cursor));
            int i = (int) Math.min(passed, page.events().size());
            for (; i < page.events().size(); i++) {
                Event event = page.events().get(i);
                Optional<T> found = row.apply(event);
                if (found.isPresent() && !sink.take(found.get(), event)) {
                    return new Place(cursor, i + 1, false);
                }
            }
            if (page.next().equals(cursor)) {
                return new Place(cursor, 0, true);
            }
            passed = Math.max(0, passed - page.events().size());
            cursor = page.next();
        }
    }
}
