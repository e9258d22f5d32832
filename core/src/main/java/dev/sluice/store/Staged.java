package dev.sluice.store;

import dev.sluice.event.Event;
import dev.sluice.store.MemoryStore.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The changes of one write in memory: kept back until its decision has come to an end, then applied in their order. */
final class Staged implements Changes {
    private final List<Runnable> changes = new ArrayList<>(8);
    private final List<Appended> appended = new ArrayList<>(2);
    private final State state;

    Staged(State state) {
        this.state = state;
    }

    /** Events that go to one stream together. */
    private static final class Appended {
        private final StreamId stream;
        private final List<Event> events;
        /** The stream's events so far, once they were looked up; null for a stream that has none. */
        private @Nullable List<Event> line;

        Appended(StreamId stream, List<Event> events) {
            this.stream = stream;
            this.events = events;
        }

        long first() {
            return events.get(0).seq();
        }

        long last() {
            return events.get(events.size() - 1).seq();
        }
    }

    void apply() {
        for (int i = 0; i < appended.size(); i++) {
            requireNoGap(i);
        }
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).run();
        }
        state.log.forgetOldest();
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        if (!events.isEmpty()) {
            Appended more = new Appended(stream, events);
            appended.add(more);
            changes.add(() -> append(more));
        }
    }

    private void append(Appended more) {
        List<Event> line =
                more.line == null ? state.streams.computeIfAbsent(more.stream, none -> new ArrayList<>(8)) : more.line;
        for (int i = 0; i < more.events.size(); i++) {
            line.add(more.events.get(i));
            state.log.add(more.events.get(i));
        }
    }

    private void requireNoGap(int which) {
        Appended more = appended.get(which);
        long next = next(which);
        for (int i = 0; i < more.events.size(); i++) {
            Event event = more.events.get(i);
            if (event.seq() != next + i || !event.stream().equals(more.stream)) {
                throw new IllegalStateException(
                        event + " cannot follow: " + more.stream.id() + " goes on with " + (next + i));
            }
        }
    }

    /** The number that the stream goes on with, after what this write appended to it before. */
    private long next(int which) {
        Appended more = appended.get(which);
        for (int i = which - 1; i >= 0; i--) {
            if (appended.get(i).stream.equals(more.stream)) {
                more.line = appended.get(i).line;
                return appended.get(i).last() + 1;
            }
        }
        List<Event> line = state.streams.get(more.stream);
        more.line = line;
        if (line != null) {
            return line.get(line.size() - 1).seq() + 1;
        }
        return state.log.hasForgotten() ? more.first() : 1;
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        changes.add(() -> {
            count(counter, now -> now.reserve(amount));
            state.holds.put(holder, state.hold(holder).plus(counter, amount));
        });
    }

    @Override
    public void commit(Holder holder) {
        changes.add(() -> settle(holder, true));
    }

    @Override
    public void release(Holder holder) {
        changes.add(() -> settle(holder, false));
    }

    private void settle(Holder holder, boolean commits) {
        Hold hold = state.holds.remove(holder);
        if (hold == null) {
            return;
        }
        for (Hold.Item item : hold.items()) {
            count(item.counter(), now -> commits ? now.commit(item.amount()) : now.release(item.amount()));
        }
    }

    private void count(CounterKey key, UnaryOperator<Counter> step) {
        state.counters.put(key, step.apply(state.counter(key)));
    }

    @Override
    public void add(CounterKey counter, long amount) {
        changes.add(() -> count(counter, now -> now.add(amount)));
    }

    @Override
    public void put(Entry entry) {
        changes.add(() -> state.entries.put(entry.key(), entry));
    }

    @Override
    public void remove(EntryKey entry) {
        changes.add(() -> state.entries.remove(entry));
    }

    @Override
    public void put(Doc doc) {
        changes.add(() -> state.docs.put(doc.key(), doc));
    }

    @Override
    public void schedule(WorkItem work) {
        changes.add(() -> state.work.put(work.id(), new State.Planned(work, Instant.MIN)));
    }

    @Override
    public void done(WorkId work) {
        changes.add(() -> state.work.remove(work));
    }

    @Override
    public void own(Ownership ownership) {
        state.leads.requireOwner(ownership);
        changes.add(() -> state.leads.put(ownership));
    }

    @Override
    public void close(Ownership last) {
        state.leads.requireOwner(last);
        changes.add(() -> state.leads.close(last));
    }

    @Override
    public void put(Sealed copy) {
        changes.add(() -> state.vault.put(copy.lead(), copy));
    }

    @Override
    public void discard(StreamId lead) {
        changes.add(() -> state.vault.remove(lead));
    }
}
