package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The events of all streams in their order; forgets the oldest when there are twice as many as are to be kept. */
final class MemoryLog {
    private final int kept;
    private final Consumer<Event> forgotten;
    private final List<Event> events = new ArrayList<>();
    private long first;

    MemoryLog(int kept, Consumer<Event> forgotten) {
        this.kept = kept;
        this.forgotten = forgotten;
    }

    void add(Event event) {
        events.add(event);
    }

    void forgetOldest() {
        if (events.size() / 2 < kept) {
            return;
        }
        List<Event> oldest = events.subList(0, events.size() - kept);
        oldest.forEach(forgotten);
        first += oldest.size();
        oldest.clear();
    }

    /** Whether a stream that is not there may have been there before. */
    boolean hasForgotten() {
        return first > 0;
    }

    /** Behind the last event. */
    Cursor end() {
        return new Cursor(Long.toString(first + events.size()));
    }

    Page<Event> after(Cursor cursor, int limit) {
        long wanted = cursor.text().isEmpty() ? 0 : Long.parseLong(cursor.text());
        int from = (int) Math.min(Math.max(wanted - first, 0), events.size());
        int to = Math.min(events.size(), from + limit);
        return new Page<>(events.subList(from, to), to == from ? cursor : new Cursor(Long.toString(first + to)));
    }
}
