package dev.sluice.store;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers a query by reading a log from one end to the other. */
final class Scan {
    private static final int PAGE = 500;

    private final Events log;
    private final EventQuery query;

    Scan(Events log, EventQuery query) {
        this.log = log;
        this.query = query;
    }

    /** Stops at half a page: to fill it, more and more of the log would be read for fewer and fewer events. */
    Page<Event> oldestFirst() {
        List<Event> found = new ArrayList<>();
        Cursor place = query.after();
        while (found.size() * 2 < query.limit() || found.isEmpty()) {
            Page<Event> page = log.after(place, query.limit() - found.size());
            page.events().stream().filter(query::test).forEach(found::add);
            if (page.next().equals(place)) {
                break;
            }
            place = page.next();
        }
        return new Page<>(found, place);
    }

    /** An event and how many there are before it in the log. */
    private record Numbered(Event event, long before) {}

    /** A place is how many events of the log are still to be looked at. */
    Page<Event> newestFirst() {
        long end = query.after().equals(Cursor.START) ? Long.MAX_VALUE : number(query.after());
        Deque<Numbered> last = new ArrayDeque<>();
        long seen = 0;
        Cursor place = Cursor.START;
        while (seen < end) {
            Page<Event> page = log.after(place, (int) Math.min(PAGE, end - seen));
            for (Event event : page.events()) {
                keep(last, new Numbered(event, seen++));
            }
            if (page.next().equals(place)) {
                break;
            }
            place = page.next();
        }
        return page(last);
    }

    private void keep(Deque<Numbered> last, Numbered next) {
        if (query.test(next.event())) {
            last.addFirst(next);
            if (last.size() > query.limit()) {
                last.removeLast();
            }
        }
    }

    private Page<Event> page(Deque<Numbered> last) {
        List<Event> events = last.stream().map(Numbered::event).toList();
        boolean isFull = events.size() == query.limit();
        return new Page<>(
                events, new Cursor(Long.toString(isFull ? last.getLast().before() : 0)));
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.text());
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("cursor '" + cursor.text() + "' was not given by this store", foreign);
        }
    }
}
