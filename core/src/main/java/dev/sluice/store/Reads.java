package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that a write looks at, and of those that it changes the counters that it reserves and the holders for whom it
 * reserves or settles. Counters of a hold that is settled need not be here: the hold lists them. Immutable.
 */
public record Reads(
        List<CounterKey> counters,
        List<EntryKey> entries,
        List<DocKey> docs,
        List<Holder> holders,
        List<StreamId> streams) {
    /** Nothing: a write that only appends. */
    public static final Reads NONE = new Reads(List.of(), List.of(), List.of(), List.of(), List.of());

    public Reads {
        counters = List.copyOf(counters);
        entries = List.copyOf(entries);
        docs = List.copyOf(docs);
        holders = List.copyOf(holders);
        streams = List.copyOf(streams);
    }

    /** Counters only. */
    public static Reads counters(List<CounterKey> counters) {
        return new Reads(counters, List.of(), List.of(), List.of(), List.of());
    }

    /** Holders only. */
    public static Reads holders(List<Holder> holders) {
        return new Reads(List.of(), List.of(), List.of(), holders, List.of());
    }

    /** These and {@code more}. */
    public Reads and(Reads more) {
        if (this == NONE || more == NONE) {
            return this == NONE ? more : this;
        }
        return new Reads(
                joined(counters, more.counters),
                joined(entries, more.entries),
                joined(docs, more.docs),
                joined(holders, more.holders),
                joined(streams, more.streams));
    }

    private static <K> List<K> joined(List<K> some, List<K> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        Set<K> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /**
     * Shows of {@code everything} what is declared here, and refuses the rest: for those who write stores. One for each run of
     * a decision, during which {@code everything} stays as it is.
     */
    public View of(View everything) {
        return new DeclaredView(this, requireNonNull(everything, "everything"));
    }

    /** Lets through to {@code all} what is declared here, and refuses the rest: for those who write stores. */
    public Changes to(Changes all) {
        return new DeclaredChanges(this, requireNonNull(all, "all"));
    }

    void require(CounterKey key) {
        declared(key, counters);
    }

    void require(Holder key) {
        declared(key, holders);
    }

    private static <K> void declared(K key, List<K> declared) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(key + " was used but not declared: add it to the write's reads");
        }
    }
}
