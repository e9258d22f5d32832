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
    private final Map<StreamId, List<Event>> appended = new HashMap<>(2);

    private interface Change {
        void applyTo(State state);
    }

    void applyTo(State state) {
        appended.forEach((stream, events) -> requireNoGap(state, stream, events));
        changes.forEach(change -> change.applyTo(state));
        state.log.forgetOldest();
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        appended.computeIfAbsent(stream, none -> new ArrayList<>(events.size())).addAll(events);
        changes.add(state -> append(state, stream, events));
    }

    private static void requireNoGap(State state, StreamId stream, List<Event> events) {
        long head = state.head(stream).seq();
        long next = head == 0 && state.log.hasForgotten() ? events.get(0).seq() : head + 1;
        for (Event event : events) {
            if (event.seq() != next || !event.stream().equals(stream)) {
                throw new IllegalStateException(event + " cannot follow: " + stream.id() + " goes on with " + next);
            }
            next++;
        }
    }

    private static void append(State state, StreamId stream, List<Event> events) {
        List<Event> line = state.streams.computeIfAbsent(stream, none -> new ArrayList<>(8));
        for (Event event : events) {
            line.add(event);
            state.log.add(event);
        }
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
}
