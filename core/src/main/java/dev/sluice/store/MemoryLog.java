package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of all streams in their order, in two parts: once the younger has as many as are to be kept, the older is
 * forgotten as a whole, and with it every stream that began there. Who works on a lead is not forgotten.
 */
final class MemoryLog {
    private final int kept;
    private Part older = new Part(0, 0, 0);
    private Part younger = new Part(0, 0, 0);
    /** The stream that was asked for last, mostly the next one, too. */
    private @Nullable StreamId asked;

    private @Nullable MemoryLine found;

    MemoryLog(int kept) {
        this.kept = kept;
    }

    /** Events that are forgotten together, and the streams that began with one of them. */
    static final class Part {
        private final long first;
        private final List<Event> events;
        private final Map<StreamId, MemoryLine> lines;
        private int open;

        /**
         * @param first how many events there were before
         * @param expected how many there will be
         * @param lines how many streams there will be, as far as one can tell
         */
        private Part(long first, int expected, int lines) {
            this.first = first;
            this.events = new ArrayList<>(expected);
            this.lines = new FlatMap<>(lines);
        }

        /** So many of its leads are open now that were not, and the other way round. */
        void opened(int now, int before) {
            open += now - before;
        }

        private long end() {
            return first + events.size();
        }

        private List<Event> from(long number, int limit) {
            int from = (int) Math.min(Math.max(number - first, 0), events.size());
            return events.subList(from, from + Math.min(limit, events.size() - from));
        }
    }

    /** A stream; null when there is nothing of it. */
    @Nullable MemoryLine line(StreamId stream) {
        if (stream != asked) {
            MemoryLine line = younger.lines.get(stream);
            found = line == null ? older.lines.get(stream) : line;
            asked = stream;
        }
        return found;
    }

    /** A stream, which begins now when there is nothing of it. */
    MemoryLine lineOrNew(StreamId stream) {
        MemoryLine line = line(stream);
        if (line == null) {
            line = new MemoryLine(stream, younger);
            younger.lines.put(stream, line);
            found = line;
        }
        return line;
    }

    /** All streams of which there is something. */
    Stream<MemoryLine> lines() {
        return Stream.concat(older.lines.values().stream(), younger.lines.values().stream());
    }

    /** Adds an event to the log and to its stream. */
    void add(Event event, MemoryLine line) {
        line.events().add(event);
        younger.events.add(event);
        if (younger.events.size() >= kept) {
            forgetOlder();
        }
    }

    private void forgetOlder() {
        Part forgotten = older;
        older = younger;
        younger = new Part(older.end(), kept, older.lines.size());
        asked = null;
        if (forgotten.open > 0) {
            forgotten.lines.values().forEach(this::keepOwner);
        }
    }

    private void keepOwner(MemoryLine forgotten) {
        if (forgotten.owner() != null) {
            lineOrNew(forgotten.stream()).owner(forgotten.owner());
        }
    }

    /** Who works on leads. */
    Stream<Ownership> owners() {
        return older.open + younger.open == 0
                ? Stream.empty()
                : lines().map(MemoryLine::owner).filter(Objects::nonNull);
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
