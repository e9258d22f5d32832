package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Table;
import dev.sluice.jdbc.internal.sql.Tail;
import dev.sluice.jdbc.internal.state.State;
import dev.sluice.jdbc.internal.table.LeadTable;
import dev.sluice.jdbc.internal.table.Rows;
import dev.sluice.jdbc.internal.table.Tables;
import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Locks what the writes of one transaction declare, table by table and in the order of the keys, and shows it to them.
 * What they touch without having declared it is locked when they do.
 */
final class Locking {
    private final Session session;
    private final Rows rows;
    private final Recents recents;
    private final boolean trusting;
    private final Set<Object> absent = new HashSet<>();
    private final Set<StreamId> begun = new HashSet<>();
    private final Set<CounterKey> made = new TreeSet<>();

    /** @param trusting whether what the last commits of this process left may be taken for what is there */
    Locking(Session session, Recents recents, boolean trusting) {
        this.session = session;
        this.rows = new Rows(session);
        this.recents = recents;
        this.trusting = trusting;
    }

    State state(Collection<Reads> reads) {
        Map<Holder, Hold> holds = lock(Tables.HOLDS, keys(reads, Reads::holders));
        Set<CounterKey> wanted = keys(reads, Reads::counters);
        holds.values().forEach(hold -> hold.items().forEach(item -> wanted.add(item.counter())));
        Map<CounterKey, Counter> counters = counters(wanted);
        var entries = lock(Tables.ENTRIES, keys(reads, Reads::entries));
        var docs = lock(Tables.DOCS, keys(reads, Reads::docs));
        return new State(
                new Locked<>(counters, this::counter),
                Locked.optional(entries, absent, key -> rows.getLocked(Tables.ENTRIES, key)),
                Locked.optional(docs, absent, key -> rows.getLocked(Tables.DOCS, key)),
                new Locked<>(holds, key -> absent.contains(key) ? Hold.NONE : hold(key)),
                new Locked<>(new HashMap<>(), stream -> tail(stream).head()),
                new Locked<>(new HashMap<>(), this::tenure),
                this::isNew);
    }

    private static <K> Set<K> keys(Collection<Reads> reads, Function<Reads, List<K>> some) {
        Set<K> keys = new HashSet<>();
        reads.forEach(each -> keys.addAll(some.apply(each)));
        return keys;
    }

    private <K, V> Map<K, V> lock(Table<K, V> table, Set<K> keys) {
        Map<K, V> found = present(table, keys);
        keys.stream().filter(key -> !found.containsKey(key)).forEach(absent::add);
        return found;
    }

    /** The rows with these keys, locked in their order. */
    private <K, V> Map<K, V> present(Table<K, V> table, Set<K> keys) {
        Map<K, V> found = new HashMap<>();
        if (!keys.isEmpty()) {
            List<Object> arrays = new ArrayList<>();
            for (int i = 0; i < table.keys().size(); i++) {
                int part = i;
                arrays.add(session.array(keys.stream()
                        .map(key -> table.texts().apply(key).get(part))
                        .toList()));
            }
            session.list(
                    sql(table),
                    row -> {
                        K key = table.key(row);
                        return found.put(key, table.read(key, row));
                    },
                    arrays.toArray());
        }
        return found;
    }

    private static String sql(Table<?, ?> table) {
        List<String> keys = table.keys();
        List<String> wanted = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            wanted.add("k" + i);
            equal.add(keys.get(i) + " = k" + i);
        }
        String names = String.join(", ", keys);
        return "select " + String.join(", ", table.columns()) + ", " + names + " from " + table.name()
                + " join unnest(?"
                + ", ?".repeat(keys.size() - 1) + ") wanted (" + String.join(", ", wanted) + ") on "
                + String.join(" and ", equal) + " order by " + names + " for update of " + table.name();
    }

    /** A counter that is not there cannot be locked, so it is made first. */
    private Map<CounterKey, Counter> counters(Set<CounterKey> keys) {
        Map<CounterKey, Counter> found = present(Tables.COUNTERS, keys);
        while (found.size() < keys.size()) {
            Set<CounterKey> missing = new TreeSet<>(keys);
            missing.removeAll(found.keySet());
            List<@Nullable Object[]> zeros = new ArrayList<>();
            missing.forEach(
                    key -> zeros.add(Tables.COUNTERS.values(key, Counter.ZERO).array()));
            session.batch(Tables.COUNTERS.insert() + " on conflict do nothing", zeros);
            made.addAll(missing);
            found.putAll(present(Tables.COUNTERS, missing));
        }
        return found;
    }

    private Counter counter(CounterKey undeclared) {
        return counters(Set.of(undeclared)).getOrDefault(undeclared, Counter.ZERO);
    }

    private Hold hold(Holder undeclared) {
        Optional<Hold> hold = rows.getLocked(Tables.HOLDS, undeclared);
        if (hold.isEmpty()) {
            absent.add(undeclared);
        }
        return hold.orElse(Hold.NONE);
    }

    private Tail tail(StreamId stream) {
        return recents.tails().of(stream, new EventTable(session)::tail);
    }

    /** A stream of which this process knows nothing is taken for new at first; the database refuses it if it is not. */
    private boolean isNew(StreamId stream) {
        boolean isNew = trusting && !recents.tails().isKnown(stream)
                || tail(stream).head().seq() == 0;
        if (isNew) {
            begun.add(stream);
        }
        return isNew;
    }

    private Tenure tenure(StreamId lead) {
        if (!trusting) {
            return new LeadTable(session).tenureLocked(lead);
        }
        return begun.contains(lead) ? Tenure.NONE : recents.tenures().of(lead, new LeadTable(session)::tenureLocked);
    }

    /** Of which keys there is no row. */
    boolean isAbsent(Object key) {
        return absent.contains(key);
    }

    /** Takes away the counters that were made for nothing. */
    void clear() {
        List<@Nullable Object[]> keys = new ArrayList<>();
        made.forEach(key -> keys.add(Tables.COUNTERS.values(key).array()));
        session.batch(Tables.COUNTERS.delete() + " and committed = 0 and reserved = 0", keys);
    }
}
