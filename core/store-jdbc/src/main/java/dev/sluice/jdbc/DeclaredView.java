package dev.sluice.jdbc;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import java.util.List;
import java.util.Optional;

/** The state as one write may see it: only what it declared. */
record DeclaredView(State state, Reads reads) implements View {
    @Override
    public Counter counter(CounterKey key) {
        return state.counter(declared(key, reads.counters()));
    }

    @Override
    public Optional<Entry> entry(EntryKey key) {
        return state.entry(declared(key, reads.entries()));
    }

    @Override
    public Optional<Doc> doc(DocKey key) {
        return state.doc(declared(key, reads.docs()));
    }

    @Override
    public Hold hold(Holder holder) {
        return state.hold(declared(holder, reads.holders()));
    }

    @Override
    public StreamHead head(StreamId stream) {
        return state.head(declared(stream, reads.streams()));
    }

    private static <K> K declared(K key, List<K> declared) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(key + " was read but not declared: add it to the write's reads");
        }
        return key;
    }
}
