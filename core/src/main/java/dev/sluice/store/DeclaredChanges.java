package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.List;

/** Lets through what a write may change by what it declared. */
record DeclaredChanges(Reads reads, Changes all) implements Changes {
    @Override
    public void append(StreamId stream, List<Event> events) {
        all.append(stream, events);
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        reads.require(holder);
        reads.require(counter);
        all.reserve(holder, counter, amount);
    }

    @Override
    public void commit(Holder holder) {
        reads.require(holder);
        all.commit(holder);
    }

    @Override
    public void release(Holder holder) {
        reads.require(holder);
        all.release(holder);
    }

    @Override
    public void add(CounterKey counter, long amount) {
        all.add(counter, amount);
    }

    @Override
    public void put(Entry entry) {
        all.put(entry);
    }

    @Override
    public void remove(EntryKey entry) {
        all.remove(entry);
    }

    @Override
    public void put(Doc doc) {
        all.put(doc);
    }

    @Override
    public void schedule(WorkItem work) {
        all.schedule(work);
    }

    @Override
    public void done(WorkId work) {
        all.done(work);
    }

    @Override
    public void own(Ownership ownership) {
        all.own(ownership);
    }

    @Override
    public void close(Ownership last) {
        all.close(last);
    }

    @Override
    public void put(Sealed copy) {
        all.put(copy);
    }

    @Override
    public void discard(StreamId lead) {
        all.discard(lead);
    }
}
