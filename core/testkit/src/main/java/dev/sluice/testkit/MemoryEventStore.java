package dev.sluice.testkit;

import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.EventStore;
import dev.sluice.store.Page;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import java.util.ArrayList;
import java.util.List;

/** A log in the heap, in the stored form: stands in for a host's own log in tests. Safe on any thread. */
public final class MemoryEventStore implements EventStore {
    private final List<StoredEvent> log = new ArrayList<>();

    private MemoryEventStore() {}

    /** An empty log. */
    public static MemoryEventStore create() {
        return new MemoryEventStore();
    }

    @Override
    public Durability durability() {
        return Durability.MEMORY;
    }

    @Override
    public synchronized Cursor append(List<StoredEvent> batch) {
        for (StoredEvent event : batch) {
            if (log.stream().noneMatch(kept -> isSame(kept, event))) {
                log.add(event);
            }
        }
        return new Cursor(Integer.toString(log.size()));
    }

    private static boolean isSame(StoredEvent kept, StoredEvent event) {
        return kept.seq() == event.seq() && kept.stream().equals(event.stream());
    }

    @Override
    public synchronized List<StoredEvent> stream(StreamId stream) {
        return log.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    @Override
    public synchronized Page<StoredEvent> after(Cursor cursor, int limit) {
        int from = cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.text());
        int to = Math.min(log.size(), from + limit);
        return new Page<>(log.subList(from, to), from == to ? cursor : new Cursor(Integer.toString(to)));
    }
}
