package dev.sluice.testkit;

import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds out what a change must declare by making it nowhere. */
final class Declaring implements Changes {
    private final List<CounterKey> counters = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();

    private Declaring() {}

    static Reads of(Consumer<Changes> changes) {
        Declaring declaring = new Declaring();
        changes.accept(declaring);
        return Reads.counters(declaring.counters).and(Reads.holders(declaring.holders));
    }

    @Override
    public void append(StreamId stream, List<Event> events) {}

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        holders.add(holder);
        counters.add(counter);
    }

    @Override
    public void commit(Holder holder) {
        holders.add(holder);
    }

    @Override
    public void release(Holder holder) {
        holders.add(holder);
    }

    @Override
    public void add(CounterKey counter, long amount) {}

    @Override
    public void put(Entry entry) {}

    @Override
    public void remove(EntryKey entry) {}

    @Override
    public void put(Doc doc) {}

    @Override
    public void schedule(WorkItem work) {}

    @Override
    public void done(WorkId work) {}

    @Override
    public void own(Ownership ownership) {}

    @Override
    public void close(Ownership last) {}

    @Override
    public void put(Sealed copy) {}

    @Override
    public void discard(StreamId lead) {}
}
