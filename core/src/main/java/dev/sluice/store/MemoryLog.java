package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of all streams in their order, in two parts: once the younger has as many as are to be kept, the older is
 * forgotten as a whole, and with it every stream that began there.
 */
final class MemoryLog {
    private final int kept;
    private Part older = new Part(0, 0);
    private Part younger = new Part(0, 0);

    MemoryLog(int kept) {
        this.kept = kept;
    }

    /** Events that are forgotten together, and the streams that began with one of them. */
    private static final class Part {
        private final long first;
        private final List<Event> events;
        private final Map<StreamId, List<Event>> streams = new FlatMap<>();

        /**
         * @param first how many events there were before
         * @param expected how many there will be
         */
        Part(long first, int expected) {
            this.first = first;
            this.events = new ArrayList<>(expected);
        }

        long end() {
            return first + events.size();
        }

        List<Event> from(long number, int limit) {
            int from = (int) Math.min(Math.max(number - first, 0), events.size());
            return events.subList(from, from + Math.min(limit, events.size() - from));
        }
    }

    /** The events of a stream, in their order; null when there are none. */
    @Nullable List<Event> stream(StreamId stream) {
        List<Event> line = younger.streams.get(stream);
        return line == null ? older.streams.get(stream) : line;
    }

    /** Begins a stream of which there is nothing. */
    List<Event> begin(StreamId stream) {
        List<Event> line = new ArrayList<>(8);
        younger.streams.put(stream, line);
        return line;
    }

    /** All streams that there are. */
    List<StreamId> streams() {
        return Stream.concat(older.streams.keySet().stream(), younger.streams.keySet().stream())
                .toList();
    }

    /** Adds an event to the log and to its stream. */
    void add(Event event, List<Event> line) {
        line.add(event);
        younger.events.add(event);
        if (younger.events.size() >= kept) {
            older = younger;
            younger = new Part(older.end(), kept);
        }
    }

    /** Whether a stream that is not there may have been there before. */
    boolean hasForgotten() {
        return older.first > 0;
    }

    /** How many events there have been. */
    long size() {
        return younger.end();
    }

    /** Behind the event with this number. */
    static Cursor cursor(long number) {
        return new Cursor(Long.toString(number));
    }

    Page<Event> after(Cursor cursor, int limit) {
        long wanted = Math.max(cursor.text().isEmpty() ? 0 : Long.parseLong(cursor.text()), older.first);
        List<Event> page = new ArrayList<>(older.from(wanted, limit));
        page.addAll(younger.from(wanted, limit - page.size()));
        return new Page<>(page, page.isEmpty() ? cursor : cursor(wanted + page.size()));
    }
}
