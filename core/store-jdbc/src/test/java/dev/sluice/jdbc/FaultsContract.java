package dev.sluice.jdbc;

import static dev.sluice.jdbc.Leads.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.FaultySource.Fault;
import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Inventory;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Wanted;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.WrappedKey;
import dev.sluice.store.Written;
import dev.sluice.store.codec.Chain;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One call to the database fails, and another in the next run, until none is left. What was called durable is there, and all of it fits. */
abstract class FaultsContract {
    private static final Wanted RETRIES = new Wanted("default", Set.of("retry"));
    private static final Instant AT = Instant.parse("2026-03-15T14:30:00Z");
    private static final CounterKey CAP = new CounterKey("default", "cap", "");
    private static final Holder HOLDER = new Holder("default", "holder");
    private static final EntryKey ENTRY = new EntryKey("default", "list", "token");
    private static final WorkItem WORK = new WorkItem(new WorkId("default", "w"), "retry", AT, 0, "");

    /** An empty database. */
    abstract String fresh();

    /** What was promised, by what it is about. */
    private final Map<String, Consumer<JdbcStore>> promises = new LinkedHashMap<>();

    /** How many calls further the next run fails; 1 with {@code -Dfaults=every}, where each call fails in every way. */
    abstract int step();

    /** Calls whose turn it is, each with the ways in which it fails. */
    private void each(BiPredicate<Integer, Fault> run) {
        boolean every = "every".equals(System.getProperty("faults"));
        int step = every ? 1 : step();
        boolean fired = true;
        for (int call = 1; fired; call += step) {
            fired = false;
            for (Fault fault : every ? Fault.values() : new Fault[] {Fault.values()[call / step % 3]}) {
                fired |= run.test(call, fault);
            }
        }
    }

    @Test
    void while_opening() {
        each((call, fault) -> {
            FaultySource source = new FaultySource(fresh());
            source.failAt(call, fault);
            openAndClose(source);
            boolean fired = source.hasFired();
            source.heal();
            try (JdbcStore store = JdbcStore.open(source)) {
                new Leads(store).begin("a").durable();
                assertThat(new Leads(store).count()).isEqualTo(1);
            }
            return fired;
        });
    }

    private static void openAndClose(FaultySource source) {
        try (JdbcStore store = JdbcStore.open(source)) {
            assertThat(store.durability()).isNotNull();
        } catch (StoreUnavailableException refused) {
            assertThat(source.hasFired()).isTrue();
        }
    }

    @Test
    void while_working() {
        String url = fresh();
        each((call, fault) -> {
            FaultySource source = new FaultySource(url);
            promises.clear();
            work(source, call, fault, fault + "_" + call + "_");
            boolean fired = source.hasFired();
            source.heal();
            check(source, url, fault + " at call " + call);
            return fired;
        });
        assertThat(promises).as("all goes well at last").hasSize(9);
    }

    private void work(FaultySource source, int call, Fault fault, String run) {
        JdbcStore store = JdbcStore.open(source);
        source.failAt(call, fault);
        try {
            steps(store, run);
        } catch (StoreUnavailableException refused) {
            assertThat(source.hasFired()).isTrue();
        }
        try {
            store.close();
        } catch (StoreUnavailableException refused) {
            assertThat(source.hasFired()).isTrue();
        }
    }

    private void steps(JdbcStore store, String run) {
        Leads leads = new Leads(store);
        String a = run + "a";
        leads.begin(a).durable();
        promise("begin", now -> assertThat(now.events().stream(stream(a))).hasSizeBetween(2, 3));
        Ownership own = new Ownership(stream(a), run, 1, AT);
        write(store, changes -> {
                    changes.own(own);
                    changes.reserve(HOLDER, CAP, 2);
                    changes.put(new Entry(ENTRY, run, AT, AT.plusSeconds(1)));
                    changes.schedule(WORK);
                    changes.put(new Sealed(stream(a), new byte[] {1}));
                })
                .durable();
        promise("copy", now -> assertThat(now.sealed(stream(a))).isPresent());
        promise(
                "entry",
                now -> assertThat(entries(now)).extracting(Entry::leadId).contains(run));
        leads.begin(run + "b");
        leads.begin(run + "c").durable();
        promise("both", now -> assertThat(now.events().stream(stream(run + "b")))
                .hasSize(2));
        write(store, changes -> {
                    changes.append(stream(a), List.of(Leads.event(a, 3)));
                    changes.commit(HOLDER);
                    changes.close(own);
                })
                .durable();
        promise("end", now -> assertThat(now.events().stream(stream(a))).hasSize(3));
        promise("settled", now -> assertThat(now.inventory("default").holds()).isEmpty());
        if (!store.work().take(RETRIES, AT, 1, Duration.ofMinutes(1)).isEmpty()) {
            write(store, changes -> changes.done(WORK.id())).durable();
            promise("work", now -> assertThat(now.work().take(RETRIES, AT.plusSeconds(3600), 1, Duration.ofMinutes(1)))
                    .isEmpty());
        }
        store.leads().takeOver("default", AT, run, AT, 10);
        store.leads().reopen(stream(a), AT, run, AT.plusSeconds(1));
        promise("again", now -> assertThat(now.leads().open("default", Instant.MAX, 10_000))
                .extracting(Ownership::lead)
                .contains(stream(a)));
        WrappedKey key = new WrappedKey("default", a, "kek", new byte[] {2});
        store.keys().putIfAbsent(key);
        promise("key", now -> assertThat(now.keys().get("default", a)).isPresent());
        promises.remove("entry");
        store.entries().prune("default", AT.plusSeconds(2), 10);
        promise("pruned", now -> assertThat(entries(now)).isEmpty());
        assertThat(store.events().after(Cursor.START, 3).events()).isNotEmpty();
    }

    private void promise(String what, Consumer<JdbcStore> check) {
        promises.put(what, check);
    }

    private static List<Entry> entries(JdbcStore store) {
        return store.inventory("default").entries();
    }

    private static Written<Boolean> write(JdbcStore store, Consumer<Changes> change) {
        Reads reads = Reads.counters(List.of(CAP)).and(Reads.holders(List.of(HOLDER)));
        return store.write(Leads.write(reads, (view, changes) -> {
            change.accept(changes);
            return true;
        }));
    }

    private void check(FaultySource source, String url, String where) {
        try (JdbcStore store = JdbcStore.open(source)) {
            promises.forEach((what, check) -> {
                try {
                    check.accept(store);
                } catch (AssertionError broken) {
                    throw new AssertionError(where + " broke the promise of " + what, broken);
                }
            });
            consistent(store, url, where);
            write(store, changes -> changes.release(HOLDER)).durable();
        }
    }

    /** Counters are the sum of holds and of what was counted; streams have no gaps and unbroken chains. */
    private static void consistent(JdbcStore store, String url, String where) {
        Inventory inventory = store.inventory("default");
        Hold hold = inventory.holds().getOrDefault(HOLDER, Hold.NONE);
        long held = hold.items().stream().mapToLong(Hold.Item::amount).sum();
        Counter cap = inventory.counters().getOrDefault(CAP, Counter.ZERO);
        assertThat(cap.reserved()).as(where).isEqualTo(held);
        List<String> begun = new ArrayList<>();
        try (Session session = Session.reader(() -> DriverManager.getConnection(url))) {
            session.list("select distinct stream from event", row -> begun.add(row.getString(1)));
            begun.forEach(
                    lead -> assertThat(Chain.firstBroken(new EventTable(session).stream(stream(lead.substring(5)))))
                            .as(where)
                            .isEmpty());
        }
        assertThat(new Leads(store).count()).as(where).isEqualTo(begun.size());
    }
}
