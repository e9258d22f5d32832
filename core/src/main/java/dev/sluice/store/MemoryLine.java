package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream in memory: its events, and who works on it while it is an open lead's. */
final class MemoryLine {
    private final StreamId stream;
    private final MemoryLog.Part home;
    private final List<Event> events = new ArrayList<>(8);
    private @Nullable Ownership owner;

    /** @param home what it is forgotten with */
    MemoryLine(StreamId stream, MemoryLog.Part home) {
        this.stream = stream;
        this.home = home;
    }

    StreamId stream() {
        return stream;
    }

    /** Its events, which further ones may be added to. */
    List<Event> events() {
        return events;
    }

    /** The number of its last event; 0 before the first. */
    long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
    }

    /** Who works on it; null while it is not open. */
    @Nullable Ownership owner() {
        return owner;
    }

    /** @param next null for nobody */
    void owner(@Nullable Ownership next) {
        home.opened(next == null ? 0 : 1, owner == null ? 0 : 1);
        owner = next;
    }
}
