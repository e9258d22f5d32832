package dev.sluice.store;

import dev.sluice.event.Event;
import dev.sluice.store.MemoryStore.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The changes of one write in memory: kept back until its decision has come to an end, then applied in their order. */
final class Staged implements Changes {
    private final List<Change> changes = new ArrayList<>(4);
    private final List<Appended> appended = new ArrayList<>(2);
    private Map<StreamId, Long> owned = Map.of();

    /** Events that go to one stream together. */
    private record Appended(StreamId stream, List<Event> events) implements Change {
        @Override
        public void applyTo(State state) {
            List<Event> line = state.streams.computeIfAbsent(stream, none -> new ArrayList<>(8));
            for (Event event : events) {
                line.add(event);
                state.log.add(event);
            }
        }
    }

    private interface Change {
        void applyTo(State state);
    }

    void applyTo(State state) {
        for (int i = 0; i < appended.size(); i++) {
            requireNoGap(state, i);
        }
        owned.forEach(state::requireOwner);
        for (Change change : changes) {
            change.applyTo(state);
        }
        state.log.forgetOldest();
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        if (!events.isEmpty()) {
            Appended more = new Appended(stream, events);
            appended.add(more);
            changes.add(more);
        }
    }

    private void requireNoGap(State state, int which) {
        StreamId stream = appended.get(which).stream();
        List<Event> events = appended.get(which).events();
        long next = next(state, which, events.get(0));
        for (Event event : events) {
            if (event.seq() != next || !event.stream().equals(stream)) {
                throw new IllegalStateException(event + " cannot follow: " + stream.id() + " goes on with " + next);
            }
            next++;
        }
    }

    /** The number that the stream goes on with, after what this write appended to it before. */
    private long next(State state, int which, Event first) {
        StreamId stream = appended.get(which).stream();
        for (int i = which - 1; i >= 0; i--) {
            List<Event> before = appended.get(i).events();
            if (appended.get(i).stream().equals(stream)) {
                return before.get(before.size() - 1).seq() + 1;
            }
        }
        long head = state.head(stream).seq();
        return head == 0 && state.log.hasForgotten() ? first.seq() : head + 1;
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        changes.add(state -> {
            count(state, counter, now -> now.reserve(amount));
            state.holds.put(holder, state.hold(holder).plus(counter, amount));
        });
    }

    @Override
    public void commit(Holder holder) {
        changes.add(state -> settle(state, holder, true));
    }

    @Override
    public void release(Holder holder) {
        changes.add(state -> settle(state, holder, false));
    }

    private static void settle(State state, Holder holder, boolean commits) {
        Hold hold = state.holds.remove(holder);
        if (hold == null) {
            return;
        }
        for (Hold.Item item : hold.items()) {
            count(state, item.counter(), now -> commits ? now.commit(item.amount()) : now.release(item.amount()));
        }
    }

    private static void count(State state, CounterKey key, UnaryOperator<Counter> step) {
        state.counters.put(key, step.apply(state.counter(key)));
    }

    @Override
    public void add(CounterKey counter, long amount) {
        changes.add(state -> count(state, counter, now -> now.add(amount)));
    }

    @Override
    public void put(Entry entry) {
        changes.add(state -> state.entries.put(entry.key(), entry));
    }

    @Override
    public void remove(EntryKey entry) {
        changes.add(state -> state.entries.remove(entry));
    }

    @Override
    public void put(Doc doc) {
        changes.add(state -> state.docs.put(doc.key(), doc));
    }

    @Override
    public void schedule(WorkItem work) {
        changes.add(state -> state.work.put(work.id(), new State.Planned(work, Instant.MIN)));
    }

    @Override
    public void done(WorkId work) {
        changes.add(state -> state.work.remove(work));
    }

    @Override
    public void own(Ownership ownership) {
        requireOwner(ownership);
        changes.add(state -> state.leads.put(ownership));
    }

    @Override
    public void close(Ownership last) {
        requireOwner(last);
        changes.add(state -> state.leads.close(last));
    }

    private void requireOwner(Ownership ownership) {
        if (owned.isEmpty()) {
            owned = new HashMap<>(2);
        }
        owned.put(ownership.lead(), ownership.epoch());
    }

    @Override
    public void put(Sealed copy) {
        changes.add(state -> state.vault.put(copy.lead(), copy));
    }

    @Override
    public void discard(StreamId lead) {
        changes.add(state -> state.vault.remove(lead));
    }
}
