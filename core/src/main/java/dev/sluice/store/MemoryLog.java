package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The events of all streams in their order; forgets the oldest when there are twice as many as are to be kept. */
final class MemoryLog {
    private final int kept;
    private final Consumer<StreamId> forgotten;
    private final List<Event> events = new ArrayList<>();
    private long first;

    MemoryLog(int kept, Consumer<StreamId> forgotten) {
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
        forgetStreams(oldest);
        first += oldest.size();
        oldest.clear();
    }

    /** Events of one stream mostly stand together. */
    private void forgetStreams(List<Event> oldest) {
        StreamId last = null;
        for (Event event : oldest) {
            if (event.stream() != last) {
                last = event.stream();
                forgotten.accept(last);
            }
        }
    }

    /** Whether a stream that is not there may have been there before. */
    boolean hasForgotten() {
        return first > 0;
    }

    /** How many events there have been. */
    long size() {
        return first + events.size();
    }

    /** Behind the event with this number. */
    static Cursor cursor(long number) {
        return new Cursor(Long.toString(number));
    }

    Page<Event> after(Cursor cursor, int limit) {
        long wanted = cursor.text().isEmpty() ? 0 : Long.parseLong(cursor.text());
        int from = (int) Math.min(Math.max(wanted - first, 0), events.size());
        int to = Math.min(events.size(), from + limit);
        return new Page<>(events.subList(from, to), to == from ? cursor : cursor(first + to));
    }
}
