package dev.sluice.jdbc.internal.table;

import dev.sluice.jdbc.internal.sql.Table;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.jdbc.internal.sql.Values;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Sealed;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.WrappedKey;
import java.time.Instant;
import java.util.List;

/** The tables that are read and written row by row, in the order in which a transaction goes through them. */
public final class Tables {
    public static final Table<Holder, Hold> HOLDS = new Table<>(
            "hold",
            List.of("account", "holder"),
            List.of("items"),
            key -> List.of(key.account(), key.id()),
            key -> new Holder(key.get(0), key.get(1)),
            (key, row) -> HoldText.read(row.getString(1)),
            (hold, values) -> values.add(HoldText.of(hold)));

    public static final Table<CounterKey, Counter> COUNTERS = new Table<>(
            "counter",
            List.of("account", "\"key\"", "\"window\""),
            List.of("committed", "reserved"),
            key -> List.of(key.account(), key.key(), key.window()),
            key -> new CounterKey(key.get(0), key.get(1), key.get(2)),
            (key, row) -> new Counter(row.getLong(1), row.getLong(2)),
            (counter, values) -> values.add(counter.committed()).add(counter.reserved()));

    public static final Table<EntryKey, Entry> ENTRIES = new Table<>(
            "entry",
            List.of("account", "list", "token"),
            List.of("lead_id", "at", "expires_at"),
            key -> List.of(key.account(), key.list(), key.token()),
            key -> new EntryKey(key.get(0), key.get(1), key.get(2)),
            (key, row) -> new Entry(key, row.getString(1), Instant.ofEpochMilli(row.getLong(2)), Times.read(row, 3)),
            Tables::entry);

    public static final Table<DocKey, Doc> DOCS = new Table<>(
            "doc",
            List.of("account", "kind", "id"),
            List.of("version", "body"),
            key -> List.of(key.account(), key.kind(), key.id()),
            key -> new DocKey(key.get(0), key.get(1), key.get(2)),
            (key, row) -> new Doc(key, row.getLong(1), row.getString(2)),
            (doc, values) -> values.add(doc.version()).add(doc.body()));

    /** Written by whoever plans, which takes it from whoever had it. */
    public static final Table<WorkId, WorkItem> WORK = new Table<>(
            "work",
            List.of("account", "id"),
            List.of("kind", "due_at", "attempts", "ref", "owner", "lease_until"),
            key -> List.of(key.account(), key.id()),
            key -> new WorkId(key.get(0), key.get(1)),
            (key, row) -> new WorkItem(
                    key, row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3), row.getString(4)),
            Tables::work);

    public static final Table<StreamId, Sealed> COPIES = new Table<>(
            "vault",
            List.of("account", "lead_id"),
            List.of("body"),
            key -> List.of(key.account(), key.id()),
            key -> new StreamId(key.get(0), key.get(1)),
            (key, row) -> new Sealed(key, row.getBytes(1)),
            (copy, values) -> values.add(copy.body()));

    public static final Table<StreamId, WrappedKey> KEYS = new Table<>(
            "lead_key",
            List.of("account", "lead_id"),
            List.of("kek_id", "wrapped"),
            key -> List.of(key.account(), key.id()),
            key -> new StreamId(key.get(0), key.get(1)),
            (key, row) -> new WrappedKey(key.account(), key.id(), row.getString(1), row.getBytes(2)),
            (key, values) -> values.add(key.wrappedBy()).add(key.bytes()));

    private Tables() {}

    private static void entry(Entry entry, Values values) {
        Instant expires = entry.expiresAt();
        values.add(entry.leadId()).add(Times.millis(entry.at())).add(expires == null ? null : Times.millis(expires));
    }

    private static void work(WorkItem item, Values values) {
        values.add(item.kind())
                .add(Times.millis(item.dueAt()))
                .add(item.attempts())
                .add(item.ref())
                .add(null)
                .add(null);
    }
}
