package dev.sluice.store;

import java.util.List;
import java.util.Optional;

/** Only what a write declared. */
record DeclaredView(Reads reads, View all) implements View {
    @Override
    public Counter counter(CounterKey key) {
        return all.counter(declared(key, reads.counters()));
    }

    @Override
    public Optional<Entry> entry(EntryKey key) {
        return all.entry(declared(key, reads.entries()));
    }

    @Override
    public Optional<Doc> doc(DocKey key) {
        return all.doc(declared(key, reads.docs()));
    }

    @Override
    public Hold hold(Holder holder) {
        return all.hold(declared(holder, reads.holders()));
    }

    @Override
    public StreamHead head(StreamId stream) {
        return all.head(declared(stream, reads.streams()));
    }

    private static <K> K declared(K key, List<K> declared) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(key + " was read but not declared: add it to the write's reads");
        }
        return key;
    }
}
