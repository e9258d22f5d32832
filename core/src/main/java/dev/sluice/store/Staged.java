package dev.sluice.store;

import dev.sluice.event.Event;
import dev.sluice.store.MemoryStore.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one write in memory: kept back until its decision has come to an end, then applied in their order. Serves
 * one write after the other; used by one thread at a time.
 */
final class Staged implements Changes {
    private final List<StagedChange> changes = new ArrayList<>();
    private final State state;
    private @Nullable Appended appended;

    Staged(State state) {
        this.state = state;
    }

    /** Events that go to one stream together, in a chain with those that were appended before. */
    private final class Appended implements StagedChange {
        private final StreamId stream;
        private final List<Event> events;
        private final @Nullable Appended before;

        Appended(StreamId stream, List<Event> events, @Nullable Appended before) {
            this.stream = stream;
            this.events = events;
            this.before = before;
        }

        /** What this write appended to the same stream last. */
        @Nullable Appended earlier() {
            Appended each = before;
            while (each != null && !each.stream.equals(stream)) {
                each = each.before;
            }
            return each;
        }

        /** The number that the stream goes on with. */
        private long next(@Nullable Appended earlier) {
            if (earlier != null) {
                return earlier.events.get(earlier.events.size() - 1).seq() + 1;
            }
            MemoryLine line = state.log.line(stream);
            if (line != null && !line.events().isEmpty()) {
                return line.last() + 1;
            }
            return state.log.hasForgotten() ? events.get(0).seq() : 1;
        }

        void requireNoGap() {
            long next = next(earlier());
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                if (event.seq() != next + i || !event.stream().equals(stream)) {
                    throw new IllegalStateException(
                            event + " cannot follow: " + stream.id() + " goes on with " + (next + i));
                }
            }
        }

        @Override
        public void make(State into) {
            MemoryLine line = into.log.lineOrNew(stream);
            for (int i = 0; i < events.size(); i++) {
                into.log.add(events.get(i), line);
            }
        }
    }

    void apply() {
        for (Appended each = appended; each != null; each = each.before) {
            each.requireNoGap();
        }
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).make(state);
        }
    }

    /** Forgets the changes: they are applied, or will never be. */
    void clear() {
        changes.clear();
        appended = null;
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        if (!events.isEmpty()) {
            appended = new Appended(stream, events, appended);
            changes.add(appended);
        }
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        changes.add(new StagedChange.Reserve(holder, counter, amount));
    }

    @Override
    public void commit(Holder holder) {
        changes.add(new StagedChange.Commit(holder));
    }

    @Override
    public void release(Holder holder) {
        changes.add(new StagedChange.Release(holder));
    }

    @Override
    public void add(CounterKey counter, long amount) {
        changes.add(new StagedChange.Add(counter, amount));
    }

    @Override
    public void put(Entry entry) {
        changes.add(new StagedChange.PutEntry(entry));
    }

    @Override
    public void remove(EntryKey entry) {
        changes.add(new StagedChange.RemoveEntry(entry));
    }

    @Override
    public void put(Doc doc) {
        changes.add(new StagedChange.PutDoc(doc));
    }

    @Override
    public void schedule(WorkItem work) {
        changes.add(new StagedChange.Schedule(work));
    }

    @Override
    public void done(WorkId work) {
        changes.add(new StagedChange.Done(work));
    }

    @Override
    public void own(Ownership ownership) {
        state.leads.requireOwner(ownership);
        changes.add(new StagedChange.Own(ownership));
    }

    @Override
    public void close(Ownership last) {
        state.leads.requireOwner(last);
        changes.add(new StagedChange.Close(last));
    }

    @Override
    public void put(Sealed copy) {
        changes.add(new StagedChange.Keep(copy));
    }

    @Override
    public void discard(StreamId lead) {
        changes.add(new StagedChange.Discard(lead));
    }
}
