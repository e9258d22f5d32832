package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The keys that a write looks at. Immutable. */
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

    /** Shows of {@code everything} what is declared here, and refuses the rest: for those who write stores. */
    public View of(View everything) {
        return new DeclaredView(this, requireNonNull(everything, "everything"));
    }
}
