package dev.sluice.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Only what a write declared. Used by one thread. */
final class DeclaredView implements View {
    /** Up to so many keys are looked through one by one. */
    private static final int FEW = 8;

    private final Reads reads;
    private final View all;
    private final Collection<CounterKey> counters;
    /** The counter that was looked at last: a decision asks for the same one several times. */
    private @Nullable CounterKey key;

    private Counter counter = Counter.ZERO;

    DeclaredView(Reads reads, View all) {
        this.reads = reads;
        this.all = all;
        this.counters = reads.counters().size() > FEW ? new HashSet<>(reads.counters()) : reads.counters();
    }

    @Override
    public Counter counter(CounterKey wanted) {
        if (wanted != key) {
            counter = all.counter(declared(wanted, counters));
            key = wanted;
        }
        return counter;
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

    private static <K> K declared(K key, Collection<K> declared) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(key + " was used but not declared: add it to the write's reads");
        }
        return key;
    }
}
