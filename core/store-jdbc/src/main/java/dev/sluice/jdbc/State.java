package dev.sluice.jdbc;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import java.util.Optional;

/** Everything as the last decided write left it, durable or not. Guarded by the store's lock. */
final class State implements Known {
    private static final int MANY = 20_000;
    private static final int FEW = 500;

    private final Cache<CounterKey, Counter> counters;
    private final Cache<EntryKey, Optional<Entry>> entries;
    private final Cache<DocKey, Optional<Doc>> docs;
    private final Cache<Holder, Hold> holds;
    private final Cache<StreamId, StreamHead> heads;
    private final Cache<StreamId, Tenure> tenures;

    State(Tables tables, LeadTable leads) {
        this.counters = new Cache<>(MANY, tables::counter);
        this.entries = new Cache<>(MANY, tables::entry);
        this.docs = new Cache<>(FEW, tables::doc);
        this.holds = new Cache<>(MANY, tables::hold);
        this.heads = new Cache<>(MANY, tables::head);
        this.tenures = new Cache<>(MANY, leads::tenure);
    }

    @Override
    public Counter counter(CounterKey key) {
        return counters.get(key);
    }

    @Override
    public Optional<Entry> entry(EntryKey key) {
        return entries.get(key);
    }

    @Override
    public Optional<Doc> doc(DocKey key) {
        return docs.get(key);
    }

    @Override
    public Hold hold(Holder holder) {
        return holds.get(holder);
    }

    @Override
    public StreamHead head(StreamId stream) {
        return heads.get(stream);
    }

    @Override
    public Tenure tenure(StreamId lead) {
        return tenures.get(lead);
    }

    /** Takes over what the write with number {@code write} decided; all up to {@code durable} is in the database. */
    void apply(Decided decided, long write, long durable) {
        decided.counters().forEach((key, counter) -> counters.put(key, counter, write));
        decided.holds().forEach((holder, hold) -> holds.put(holder, hold, write));
        decided.entries().forEach((key, entry) -> entries.put(key, entry, write));
        decided.docs().forEach((key, doc) -> docs.put(key, Optional.of(doc), write));
        decided.heads().forEach((stream, head) -> heads.put(stream, head, write));
        decided.tenures().forEach((lead, tenure) -> tenures.put(lead, tenure, write));
        counters.trim(durable);
        entries.trim(durable);
        docs.trim(durable);
        holds.trim(durable);
        heads.trim(durable);
        tenures.trim(durable);
    }
}
