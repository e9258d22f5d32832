package dev.sluice.jdbc.internal.state;

import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.jdbc.internal.table.Tenure;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything as the last decided write left it. For one thread at a time. */
public record State(
        Shelf<CounterKey, Counter> counters,
        Shelf<EntryKey, Optional<Entry>> entries,
        Shelf<DocKey, Optional<Doc>> docs,
        Shelf<Holder, Hold> holds,
        Shelf<StreamId, StreamHead> heads,
        Shelf<StreamId, Tenure> tenures,
        Predicate<StreamId> beginning)
        implements Known {
    private static final int MANY = 20_000;
    private static final int FEW = 500;

    /** What only this process changes: the values used last, and those not yet in the database. */
    public static State alone(Session session) {
        Rows rows = new Rows(session);
        Shelf<StreamId, StreamHead> heads = new Rising<>(
                new Cache<>(MANY, stream -> new EventTable(session).tail(stream).head()),
                Frontier.of(session, "event", "stream"),
                StreamId::account,
                StreamId::id,
                StreamHead.NONE);
        return new State(
                new Cache<>(MANY, key -> rows.get(Tables.COUNTERS, key).orElse(Counter.ZERO)),
                new Filtered<>(
                        new Cache<>(MANY, key -> rows.get(Tables.ENTRIES, key)),
                        () -> KeyFilter.of(session, Tables.ENTRIES),
                        Optional.empty()),
                new Cache<>(FEW, key -> rows.get(Tables.DOCS, key)),
                new Rising<>(
                        new Cache<>(MANY, key -> rows.get(Tables.HOLDS, key).orElse(Hold.NONE)),
                        Frontier.of(session, "hold", "holder"),
                        Holder::account,
                        Holder::id,
                        Hold.NONE),
                heads,
                new Rising<>(
                        new Cache<>(MANY, new LeadTable(session)::tenure),
                        Frontier.of(session, "lead", "lead_id"),
                        StreamId::account,
                        StreamId::id,
                        Tenure.NONE),
                stream -> heads.get(stream).seq() == 0);
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

    @Override
    public boolean isNew(StreamId stream) {
        return beginning.test(stream);
    }

    /** Takes over what the write with number {@code write} decided; all up to {@code durable} is in the database. */
    public void apply(Decided decided, long write, long durable) {
        decided.docs().forEach((key, doc) -> docs.put(key, Optional.of(doc), write));
        put(decided.counters(), counters, write);
        put(decided.holds(), holds, write);
        put(decided.entries(), entries, write);
        put(decided.heads(), heads, write);
        put(decided.tenures(), tenures, write);
        List.of(counters, entries, docs, holds, heads, tenures).forEach(shelf -> shelf.trim(durable));
    }

    private static <K, V> void put(Map<K, V> changes, Shelf<K, V> shelf, long write) {
        changes.forEach((key, value) -> shelf.put(key, value, write));
    }
}
