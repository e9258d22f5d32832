package dev.sluice.workbench.replay;

import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Events;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a replay counts and remembers, and forgets its events: they are looked at once. Lists that people filled are
 * there as they are now, without what came later than the lead; pings are as they were recorded.
 */
final class ReplayStore extends ForwardingStore {
    /** What a journey may still read of its own. */
    private static final int KEPT_EVENTS = 1_000;

    /** How the names of lists begin that people fill. */
    private static final String LISTS = "list/";

    private static final String PINGS = "ping_";

    private final Store memory;
    private final Store recorded;
    private final Time time;

    /** @param time of the lead that is replayed */
    ReplayStore(Store recorded, Time time) {
        this(MemoryStore.keepingLast(KEPT_EVENTS), recorded, time);
    }

    private ReplayStore(Store memory, Store recorded, Time time) {
        super(memory);
        this.memory = memory;
        this.recorded = recorded;
        this.time = time;
    }

    /** Reads one entry and changes nothing. */
    private record Look(EntryKey key) implements Write<Optional<Entry>> {
        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(key), List.of(), List.of(), List.of());
        }

        @Override
        public Optional<Entry> decide(View view, Changes changes) {
            return view.entry(key);
        }
    }

    /** Keeps an entry, unless the other flow has made one there. */
    private record Keep(Entry entry) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(entry.key()), List.of(), List.of(), List.of());
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            if (view.entry(entry.key()).isEmpty()) {
                changes.put(entry);
            }
            return Boolean.TRUE;
        }
    }

    @Override
    public Durability durability() {
        return Durability.MEMORY;
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        for (EntryKey key : write.reads().entries()) {
            known(key).ifPresent(entry -> memory.write(new Keep(entry)));
        }
        return memory.write(write);
    }

    /** What a list held before the lead came, or a bid that was made before. */
    private Optional<Entry> known(EntryKey key) {
        if (key.list().startsWith(LISTS)) {
            return recorded.write(new Look(key)).decided().filter(entry -> entry.at()
                    .isBefore(time.instant()));
        }
        return key.token().startsWith(PINGS) ? bid(key) : Optional.empty();
    }

    private Optional<Entry> bid(EntryKey key) {
        return recorded.events().stream(new StreamId(key.account(), key.token())).stream()
                .filter(event -> event.type().equals(EventType.PING_RECEIVED))
                .filter(event -> !event.facts().get("valid_until").isAbsent())
                .map(event -> new Entry(
                        key,
                        "",
                        event.at(),
                        Instant.parse(event.facts().get("valid_until").text())))
                .findFirst();
    }

    @Override
    public Events events() {
        return new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return stream.id().startsWith(PINGS)
                        ? recorded.events().stream(stream)
                        : memory.events().stream(stream);
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                return memory.events().after(cursor, limit);
            }
        };
    }
}
