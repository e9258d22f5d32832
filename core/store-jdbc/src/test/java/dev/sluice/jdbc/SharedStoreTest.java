package dev.sluice.jdbc;

import static dev.sluice.jdbc.Leads.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Wanted;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Written;
import dev.sluice.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two stores on one PostgreSQL, as two processes have them. */
@Tag("real-server")
class SharedStoreTest {
    private static final Wanted RETRIES = new Wanted("default", Set.of("retry"));
    private static final Instant AT = Instant.parse("2026-03-15T14:30:00Z");
    private static final CounterKey CAP = new CounterKey("default", "cap", "2026-03");

    private JdbcStore one;
    private JdbcStore other;

    @BeforeEach
    void open() {
        String url = Server.url();
        one = JdbcStore.open(url);
        other = JdbcStore.open(url);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static Written<Boolean> write(JdbcStore store, Consumer<Changes> change) {
        return store.write(Leads.write(Reads.NONE, (view, changes) -> {
            change.accept(changes);
            return true;
        }));
    }

    private static Ownership own(long epoch) {
        return new Ownership(stream("a"), "run " + epoch, epoch, AT);
    }

    private static void step(JdbcStore store, int seq, long epoch) {
        write(store, changes -> {
                    changes.append(stream("a"), List.of(Leads.event("a", seq)));
                    changes.own(own(epoch));
                })
                .durable();
    }

    @Test
    void who_was_paused_can_neither_write_nor_free_what_recovery_has_taken_over() {
        step(one, 1, 1);
        assertThat(other.leads().takeOver("default", AT, "run 2", AT, 10)).containsExactly(own(2));
        step(other, 2, 2);

        assertThatThrownBy(() -> step(one, 2, 1)).isInstanceOf(NotOwnerException.class);
        assertThatThrownBy(() -> write(one, changes -> changes.close(own(1))).durable())
                .isInstanceOf(NotOwnerException.class);

        assertThat(one.leads().takeOver("default", AT, "run 3", AT, 10)).containsExactly(own(3));
        step(one, 3, 3);
        assertThatThrownBy(() -> step(other, 3, 2)).isInstanceOf(NotOwnerException.class);
        assertThat(one.events().stream(stream("a"))).hasSize(3);
    }

    @Test
    void one_who_lost_his_lead_does_not_take_the_writes_of_others_with_him() {
        step(one, 1, 1);
        other.leads().takeOver("default", AT, "run 2", AT, 10);

        Written<Boolean> lost = write(one, changes -> changes.own(own(1)));
        Written<Boolean> good = new Leads(one).begin("b");

        assertThat(good.durable()).isTrue();
        assertThatThrownBy(lost::durable).isInstanceOf(NotOwnerException.class);
        assertThat(other.events().stream(stream("b"))).hasSize(2);
    }

    @Test
    void what_the_database_refuses_does_not_take_the_writes_of_others_with_it() {
        Written<Boolean> bad =
                write(one, changes -> changes.put(new Entry(new EntryKey("default", "list", "\u0000"), "", AT, null)));
        Written<Boolean> good = new Leads(one).begin("a");

        assertThat(good.durable()).isTrue();
        assertThatThrownBy(bad::durable).isInstanceOf(StoreUnavailableException.class);
        assertThat(new Leads(other).count()).isEqualTo(1);
    }

    @Test
    void an_event_that_somebody_else_has_written_is_refused() {
        new Leads(one).begin("a").durable();

        assertThatThrownBy(() -> new Leads(other).begin("a").durable()).isInstanceOf(IllegalStateException.class);
        new Leads(other).complete("a").durable();
        assertThatThrownBy(() -> new Leads(one).complete("a").durable()).isInstanceOf(IllegalStateException.class);
        assertThat(one.events().stream(stream("a"))).hasSize(3);
        assertThat(new Leads(one).count()).isEqualTo(1);
    }

    @Test
    void the_last_places_of_a_cap_that_nobody_has_used_before_go_to_as_many_as_there_are() {
        assertThat(race(one, other, CAP)).isEqualTo(5);
        assertThat(one.inventory("default").counters().get(CAP)).isEqualTo(new Counter(0, 5));
        assertThat(one.inventory("default").holds()).hasSize(5);
    }

    /** How many of 64 got one of five places. */
    private static long race(JdbcStore one, JdbcStore other, CounterKey cap) {
        List<Boolean> granted = Race.run(64, i -> () -> {
            Holder holder = new Holder("default", cap.key() + i);
            Reads reads = Reads.counters(List.of(cap)).and(Reads.holders(List.of(holder)));
            return (i % 2 == 0 ? one : other)
                    .write(Leads.write(reads, (view, changes) -> {
                        boolean free = view.counter(cap).reserved() < 5;
                        if (free) {
                            changes.reserve(holder, cap, 1);
                        }
                        return free;
                    }))
                    .durable();
        });
        return granted.stream().filter(Boolean::booleanValue).count();
    }

    /** The race above finds what it is for: here nobody locks counters. */
    @Test
    void without_locks_more_get_a_place_than_there_are() {
        UnaryOperator<String> unlocked = sql -> sql.replace(" for update of counter", "");
        String url = Server.url();
        long most = 0;
        try (JdbcStore wrong = JdbcStore.open(new FaultySource(url, unlocked));
                JdbcStore alsoWrong = JdbcStore.open(new FaultySource(url, unlocked))) {
            for (int i = 0; most <= 5 && i < 50; i++) {
                CounterKey cap = new CounterKey("default", "cap" + i, "");
                write(wrong, changes -> changes.add(cap, 1)).durable();
                most = Math.max(most, race(wrong, alsoWrong, cap));
            }
        }
        assertThat(most).isGreaterThan(5);
    }

    @Test
    void counters_that_were_only_looked_at_leave_no_rows() {
        long used = one.write(Leads.write(Reads.counters(List.of(CAP)), (view, changes) -> view.counter(CAP)
                        .used()))
                .decided();

        assertThat(used).isZero();
        assertThat(other.inventory("default").counters()).isEmpty();
    }

    @Test
    void keys_in_any_order_end_in_no_deadlock() {
        List<CounterKey> caps = IntStream.range(0, 6)
                .mapToObj(i -> new CounterKey("default", "cap" + i, ""))
                .toList();

        Race.run(16, i -> () -> {
            for (int n = 0; n < 20; n++) {
                int from = (i + n) % caps.size();
                (i % 2 == 0 ? one : other)
                        .write(Leads.write(
                                Reads.counters(List.of(caps.get(from), caps.get((from * 5 + 3) % 6))), (v, changes) -> {
                                    changes.add(caps.get((from * 5 + 3) % 6), 1);
                                    changes.add(caps.get(from), 1);
                                    changes.add(caps.get((from + 1) % 6), 1);
                                    return true;
                                }))
                        .durable();
            }
            return true;
        });

        assertThat(one.inventory("default").counters().values().stream()
                        .mapToLong(Counter::committed)
                        .sum())
                .isEqualTo(16 * 20 * 3);
    }

    @Test
    void due_work_and_free_leads_go_to_one_of_the_processes() {
        write(one, changes -> {
                    for (int i = 0; i < 40; i++) {
                        changes.schedule(new WorkItem(new WorkId("default", "w" + i), "retry", AT, 0, ""));
                        changes.own(new Ownership(stream("l" + i), "run 1", 1, AT));
                    }
                })
                .durable();

        List<List<Object>> taken = Race.run(8, i -> () -> {
            JdbcStore store = i % 2 == 0 ? one : other;
            List<WorkItem> work = store.work().take(RETRIES, AT, 10, Duration.ofMinutes(1));
            List<Ownership> leads = store.leads().takeOver("default", AT, "run " + i, AT.plusSeconds(1), 10);
            return IntStream.range(0, work.size() + leads.size())
                    .<Object>mapToObj(n -> n < work.size()
                            ? work.get(n).id()
                            : leads.get(n - work.size()).lead())
                    .toList();
        });

        assertThat(taken.stream().flatMap(List::stream)).hasSize(80).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "UNANSWERED"})
    void a_commit_whose_answer_is_lost_happens_once_whether_it_had_happened_or_not(FaultySource.Fault fault) {
        String url = Server.url();
        FaultySource source = new FaultySource(url);
        try (JdbcStore store = JdbcStore.open(source)) {
            new Leads(store).begin("a").durable();

            source.failNext("commit", fault);
            assertThat(new Leads(store).begin("b").durable()).isTrue();

            assertThat(source.hasFired()).isTrue();
            assertThat(store.events().stream(stream("b"))).hasSize(2);
            assertThat(new Leads(store).count()).isEqualTo(2);
            new Leads(store).complete("b").durable();
        }
    }
}
