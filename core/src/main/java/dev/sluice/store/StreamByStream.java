package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers the events of a log by stream where a log can only be read in its own order. Keeps a bounded number of events:
 * when there are more, it takes only streams of one part of their hashes, and reads the log again for the next part.
 */
final class StreamByStream {
    private static final int PAGE = 1_000;
    private static final long ALL_HASHES = 1L << 32;

    private final Events events;
    private final Selection what;
    private final int mostKept;
    private Map<StreamId, List<Event>> gathered = new LinkedHashMap<>();
    private long end;
    private int kept;

    StreamByStream(Events events, Selection what, int mostKept) {
        this.events = events;
        this.what = what;
        this.mostKept = mostKept;
    }

    void each(Consumer<List<Event>> streams) {
        for (long begin = 0; begin < ALL_HASHES; begin = end) {
            end = ALL_HASHES;
            gather(begin);
            gathered.values().forEach(streams);
            gathered = new LinkedHashMap<>();
            kept = 0;
        }
    }

    private void gather(long begin) {
        Page<Event> page = events.after(Cursor.START, PAGE);
        while (!page.events().isEmpty()) {
            for (Event event : page.events()) {
                if (what.has(event) && isIn(begin, event.stream())) {
                    keep(event, begin);
                }
            }
            page = events.after(page.next(), PAGE);
        }
    }

    private void keep(Event event, long begin) {
        gathered.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
        kept++;
        if (kept > mostKept && gathered.size() > 1 && end - begin > 1) {
            end = begin + (end - begin) / 2;
            gathered.keySet().removeIf(stream -> !isIn(begin, stream));
            kept = gathered.values().stream().mapToInt(List::size).sum();
        }
    }

    private boolean isIn(long begin, StreamId stream) {
        long hash = Integer.toUnsignedLong(stream.id().hashCode() * 0x9E3779B9);
        return begin <= hash && hash < end;
    }
}
