package dev.sluice.jdbc;

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
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.codec.EncodedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One transaction of many writes. A row that several of them change is written once, as the last one left it. */
final class Batch {
    private final Session session;
    private final Tails tails;
    private final EventTable events;
    private final Map<StreamId, LeadRow> leads = new LinkedHashMap<>();
    private final Map<CounterKey, Counter> counters = new LinkedHashMap<>();
    private final Map<Holder, Hold> holds = new LinkedHashMap<>();
    private final Map<EntryKey, Optional<Entry>> entries = new LinkedHashMap<>();
    private final Map<DocKey, Doc> docs = new LinkedHashMap<>();
    private final Map<WorkId, Optional<WorkItem>> work = new LinkedHashMap<>();
    private final Map<StreamId, Optional<Sealed>> copies = new LinkedHashMap<>();

    Batch(Session session, Tails tails) {
        this.session = session;
        this.tails = tails;
        this.events = new EventTable(session);
    }

    Session session() {
        return session;
    }

    /** The place of the last event in the reading order. */
    long position() {
        return tails.position();
    }

    void events(Map<StreamId, List<EncodedEvent>> runs) {
        runs.forEach((stream, run) -> {
            byte[] previous = tails.hash(stream, events);
            for (EncodedEvent event : run) {
                StoredEvent stored = event.after(previous);
                events.insert(tails.next(), stored);
                lead(stored);
                previous = stored.hash();
            }
            tails.hash(stream, previous);
        });
    }

    private void lead(StoredEvent event) {
        if (event.stream().id().startsWith("lead_")) {
            lead(event.stream()).add(event);
        }
    }

    void state(Decided decided) {
        counters.putAll(decided.counters());
        holds.putAll(decided.holds());
        entries.putAll(decided.entries());
        docs.putAll(decided.docs());
        work.putAll(decided.work());
        decided.tenures().forEach((lead, tenure) -> lead(lead)
                .owned(tenure, decided.epochs().getOrDefault(lead, 0L)));
        copies.putAll(decided.copies());
    }

    private LeadRow lead(StreamId lead) {
        return leads.computeIfAbsent(lead, LeadRow::new);
    }

    /** Writes what has been gathered. */
    void write() {
        Tables tables = new Tables(session);
        WorkTable works = new WorkTable(session);
        leads.values().forEach(this::write);
        counters.forEach(tables::put);
        holds.forEach(tables::put);
        entries.forEach(tables::put);
        docs.values().forEach(tables::put);
        work.forEach(works::put);
        LeadTable table = new LeadTable(session);
        copies.forEach(table::put);
        List.of(copies, leads, counters, holds, entries, docs, work).forEach(Map::clear);
    }

    private void write(LeadRow row) {
        if (row.isNew() || !row.update(session)) {
            row.insert(session);
        }
    }
}
