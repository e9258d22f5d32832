package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Tail;
import dev.sluice.jdbc.internal.state.Decided;
import dev.sluice.jdbc.internal.table.LeadIndex;
import dev.sluice.jdbc.internal.table.LeadRow;
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
import dev.sluice.store.Sealed;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.WrappedKey;
import dev.sluice.store.codec.EncodedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What many writes change in one transaction. A row that several of them change is written once, as the last one left it.
 * Tables and keys come in the same order in every process.
 */
final class Batch {
    private final Session session;
    private final Recent<Tail> tails;
    private final Map<StreamId, Tail> latest = new HashMap<>();
    private final Map<StreamId, Tenure> tenures = new HashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<StreamId, LeadRow> leads = new LinkedHashMap<>();
    private final Map<CounterKey, Optional<Counter>> counters = new LinkedHashMap<>();
    private final Map<Holder, Optional<Hold>> holds = new LinkedHashMap<>();
    private final Map<EntryKey, Optional<Entry>> entries = new LinkedHashMap<>();
    private final Map<DocKey, Optional<Doc>> docs = new LinkedHashMap<>();
    private final Map<WorkId, Optional<WorkItem>> work = new LinkedHashMap<>();
    private final Map<StreamId, Optional<Sealed>> copies = new LinkedHashMap<>();
    private final Map<StreamId, Optional<WrappedKey>> keys = new LinkedHashMap<>();
    private final Set<LeadIndex.Row> index = new LinkedHashSet<>();

    Batch(Session session, Recent<Tail> tails) {
        this.session = session;
        this.tails = tails;
    }

    Session session() {
        return session;
    }

    /** Where the streams end of which something was added. */
    Map<StreamId, Tail> latest() {
        return latest;
    }

    /** Who has the leads now of which these writes said so. */
    Map<StreamId, Tenure> tenures() {
        return tenures;
    }

    /** Adds what a write decided, with its events in their stored form. */
    void add(Decided decided, Map<StreamId, List<EncodedEvent>> runs) {
        runs.forEach(this::append);
        decided.counters().forEach((key, counter) -> counters.put(key, Optional.of(counter)));
        decided.holds()
                .forEach((holder, hold) -> holds.put(holder, Optional.of(hold).filter(some -> !some.isEmpty())));
        decided.docs().forEach((key, doc) -> docs.put(key, Optional.of(doc)));
        entries.putAll(decided.entries());
        work.putAll(decided.work());
        copies.putAll(decided.copies());
        tenures.putAll(decided.tenures());
        decided.tenures().forEach((lead, tenure) -> lead(lead)
                .owned(tenure, decided.epochs().getOrDefault(lead, 0L)));
    }

    private void append(StreamId stream, List<EncodedEvent> run) {
        Tail tail = tail(stream, run);
        for (EncodedEvent event : run) {
            StoredEvent stored = event.after(tail.hash());
            tail = new Tail(new StreamHead(stored.seq()), stored.hash());
            events.add(stored);
            event.key().ifPresent(key -> keys.put(stream, Optional.of(key)));
            event.tokens().forEach(token -> index.add(new LeadIndex.Row(stream, token)));
            if (stream.id().startsWith("lead_")) {
                lead(stream).add(stored);
            }
        }
        latest.put(stream, tail);
    }

    private Tail tail(StreamId stream, List<EncodedEvent> run) {
        Tail before = latest.get(stream);
        if (before != null) {
            return before;
        }
        return run.get(0).seq() == 1 ? Tail.NONE : tails.of(stream, new EventTable(session)::tail);
    }

    private LeadRow lead(StreamId lead) {
        return leads.computeIfAbsent(lead, LeadRow::new);
    }

    /** Writes what has been gathered, and gathers anew. */
    void write(Predicate<Object> isNew) {
        Rows rows = new Rows(session);
        rows.put(Tables.HOLDS, holds, isNew);
        rows.put(Tables.COUNTERS, counters, isNew);
        rows.put(Tables.ENTRIES, entries, isNew);
        rows.put(Tables.DOCS, docs, isNew);
        writeLeads();
        new EventTable(session).insert(events);
        rows.put(Tables.WORK, work, isNew);
        rows.put(Tables.COPIES, copies, isNew);
        rows.put(Tables.KEYS, keys, key -> false);
        new LeadIndex(session).insert(index);
        keys.clear();
        index.clear();
        List.of(holds, counters, entries, docs, leads, work, copies).forEach(Map::clear);
        events.clear();
    }

    private void writeLeads() {
        LeadRow.insert(
                session,
                leads.values().stream()
                        .sorted(Comparator.comparing(LeadRow::key))
                        .filter(row -> row.isNew() || !row.update(session))
                        .toList());
    }
}
