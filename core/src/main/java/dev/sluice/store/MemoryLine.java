package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream in memory: its events, and who works on it while it is an open lead's. */
final class MemoryLine {
    final StreamId stream;
    final List<Event> events = new ArrayList<>(8);
    /** Null while nobody works on it. */
    @Nullable Ownership open;

    MemoryLine(StreamId stream) {
        this.stream = stream;
    }

    /** The number of its last event; 0 before the first. */
    long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
    }
}
