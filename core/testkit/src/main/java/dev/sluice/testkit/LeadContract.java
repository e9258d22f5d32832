package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.ACCOUNT;
import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.counter;
import static dev.sluice.testkit.Samples.entry;
import static dev.sluice.testkit.Samples.events;
import static dev.sluice.testkit.Samples.holder;
import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Entry;
import dev.sluice.store.Hold;
import dev.sluice.store.Inventory;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who works on which lead, what unfinished work keeps, and the look at all of it. */
interface LeadContract {
    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    private static Ownership own(String lead, long epoch, long busySeconds) {
        return new Ownership(stream(lead), "run " + epoch, epoch, AT.plusSeconds(busySeconds));
    }

    private void open(Ownership... leads) {
        writing().change(changes -> List.of(leads).forEach(changes::own));
    }

    @Test
    default void open_leads_are_found_longest_free_first() {
        open(own("late", 1, 20), own("early", 1, 10), own("busy", 1, 100));

        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(20), 10))
                .containsExactly(own("early", 1, 10), own("late", 1, 20));
        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(20), 1)).containsExactly(own("early", 1, 10));
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).hasSize(3);
        assertThat(store().leads().open(ACCOUNT, Instant.MIN, 10)).isEmpty();
    }

    @Test
    default void an_owner_stays_busy_as_long_as_it_says() {
        open(own("a", 1, 10));
        open(own("a", 1, 50));

        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(49), 10)).isEmpty();
        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(50), 10)).containsExactly(own("a", 1, 50));
    }

    @Test
    default void a_closed_lead_is_open_no_more() {
        open(own("a", 1, 10), own("b", 1, 10));

        writing().change(changes -> changes.close(own("a", 1, 10)));

        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).containsExactly(own("b", 1, 10));
        assertThat(store().leads().takeOver(ACCOUNT, AT.plusSeconds(99), "run 2", AT, 10))
                .hasSize(1);
    }

    @Test
    default void who_takes_over_owns_the_lead_and_who_had_it_can_write_no_more() {
        open(own("a", 1, 10), own("busy", 1, 11));

        List<Ownership> taken = store().leads().takeOver(ACCOUNT, AT.plusSeconds(10), "run 2", AT.plusSeconds(30), 10);

        assertThat(taken).containsExactly(own("a", 2, 30));
        assertThatThrownBy(() -> writing().change(changes -> {
                    changes.append(stream("a"), events(stream("a"), 1, 1));
                    changes.add(counter("a"), 1);
                    changes.own(own("a", 1, 99));
                }))
                .isInstanceOfSatisfying(
                        NotOwnerException.class, lost -> assertThat(lost.lead()).isEqualTo(stream("a")));
        assertThatThrownBy(() -> writing().change(changes -> changes.close(own("a", 1, 99))))
                .isInstanceOf(NotOwnerException.class);
        assertThat(store().events().stream(stream("a"))).isEmpty();
        assertThat(writing().counter(counter("a"))).isEqualTo(Counter.ZERO);

        open(own("a", 2, 40));
        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(40), 10))
                .containsExactly(own("busy", 1, 11), own("a", 2, 40));
    }

    @Test
    default void who_lost_a_lead_hears_of_that_also_when_its_events_no_longer_fit() {
        open(own("a", 1, 0));
        store().leads().takeOver(ACCOUNT, AT, "run 2", AT, 1);
        writing().change(changes -> {
            changes.append(stream("a"), events(stream("a"), 1, 1));
            changes.own(own("a", 2, 0));
        });

        assertThatThrownBy(() -> writing().change(changes -> {
                    changes.append(stream("a"), events(stream("a"), 1, 1));
                    changes.own(own("a", 1, 0));
                }))
                .isInstanceOf(NotOwnerException.class);
        assertThat(store().events().stream(stream("a"))).hasSize(1);
    }

    @Test
    default void who_lost_a_lead_does_not_get_it_back_once_it_is_closed() {
        open(own("a", 1, 0));
        store().leads().takeOver(ACCOUNT, AT, "run 2", AT.plusSeconds(5), 1);
        writing().change(changes -> changes.close(own("a", 2, 5)));

        assertThatThrownBy(() -> open(own("a", 1, 60))).isInstanceOf(NotOwnerException.class);
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).isEmpty();
        open(own("a", 2, 60));
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).hasSize(1);
    }

    @Test
    default void a_lead_that_nobody_had_begins_with_the_first_epoch() {
        assertThatThrownBy(() -> open(own("a", 2, 0))).isInstanceOf(NotOwnerException.class);
        open(own("a", 1, 0));
        assertThat(store().leads().open(ACCOUNT, AT, 10)).containsExactly(own("a", 1, 0));
    }

    @Test
    default void a_closed_lead_is_taken_under_its_next_epoch() {
        open(own("a", 1, 0));
        writing().change(changes -> changes.close(own("a", 1, 0)));

        assertThat(reopened("a", "run 2", 30)).contains(own("a", 2, 30));
        assertThat(reopened("a", "run 3", 60)).isEmpty();
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).containsExactly(own("a", 2, 30));
        assertThatThrownBy(() -> open(own("a", 1, 60))).isInstanceOf(NotOwnerException.class);
        open(own("a", 2, 5));
        assertThat(reopened("a", "run 3", 60)).contains(own("a", 3, 60));
        writing().change(changes -> changes.close(own("a", 3, 60)));
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).isEmpty();
        assertThat(reopened("a", "run 4", 70)).contains(own("a", 4, 70));
    }

    @Test
    default void a_lead_that_nobody_had_is_taken_once() {
        writing().change(changes -> changes.append(stream("a"), events(stream("a"), 1, 1)));

        List<Optional<Ownership>> taken = Race.run(4, i -> () -> reopened("a", "run " + i, 60));

        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1).allMatch(each -> each.epoch() == 2);
        assertThatThrownBy(() -> open(own("a", 1, 60))).isInstanceOf(NotOwnerException.class);
    }

    /** As things stand ten seconds after {@code AT}. */
    private Optional<Ownership> reopened(String lead, String owner, long busySeconds) {
        return store().leads().reopen(stream(lead), AT.plusSeconds(10), owner, AT.plusSeconds(busySeconds));
    }

    @Test
    default void each_free_lead_goes_to_one_of_many_takers() {
        writing().change(changes -> {
            for (int i = 0; i < 40; i++) {
                changes.own(own("l" + i, 1, i % 7));
            }
        });

        List<List<Ownership>> taken = Race.run(
                8,
                i -> () -> store().leads().takeOver(ACCOUNT, AT.plusSeconds(10), "run " + i, AT.plusSeconds(99), 10));

        assertThat(taken.stream().flatMap(List::stream).map(Ownership::lead))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(store().leads().open(ACCOUNT, AT.plusSeconds(98), 10)).isEmpty();
    }

    @Test
    default void open_leads_of_one_account_are_nothing_to_another() {
        Ownership foreign = new Ownership(new StreamId("other", stream("a").id()), "run 1", 1, AT);
        open(own("a", 1, 10), foreign);

        assertThat(store().leads().open("other", AT, 10)).containsExactly(foreign);
        assertThat(store().leads().open(ACCOUNT, Instant.MAX, 10)).containsExactly(own("a", 1, 10));
        assertThat(store().leads().takeOver("other", AT.plusSeconds(20), "run 2", AT.plusSeconds(30), 10))
                .containsExactly(foreign.takenOverBy("run 2", AT.plusSeconds(30)));
        assertThat(store().leads().takeOver("nobody", AT.plusSeconds(20), "run 2", AT, 10))
                .isEmpty();
        open(own("a", 1, 40));
        assertThatThrownBy(() -> open(foreign)).isInstanceOf(NotOwnerException.class);
    }

    @Test
    default void a_working_copy_is_replaced_whole_and_dropped_for_good() {
        StreamId other = new StreamId("other", stream("a").id());
        writing().change(changes -> changes.put(new Sealed(stream("a"), new byte[] {0, -1})));
        assertThat(store().sealed(stream("a"))).map(Sealed::body).contains(new byte[] {0, -1});
        assertThat(store().sealed(other)).isEmpty();

        writing().change(changes -> changes.put(new Sealed(stream("a"), new byte[] {5})));
        assertThat(store().sealed(stream("a"))).map(Sealed::body).contains(new byte[] {5});

        writing().change(changes -> {
            changes.discard(stream("a"));
            changes.discard(stream("never there"));
        });
        assertThat(store().sealed(stream("a"))).isEmpty();
    }

    @Test
    default void the_inventory_shows_all_of_one_account_and_nothing_of_another() {
        CounterKey foreign = new CounterKey("other", "a", "");
        Entry entry = new Entry(entry("e"), "lead_a", AT, AT.plusSeconds(1));
        writing().change(changes -> {
            changes.reserve(holder("h"), counter("a"), 2);
            changes.add(counter("b"), 3);
            changes.add(foreign, 1);
            changes.put(entry);
            changes.own(own("a", 1, 9));
        });

        Inventory inventory = store().inventory(ACCOUNT);

        Map<CounterKey, Counter> counters = new HashMap<>(inventory.counters());
        counters.values().removeIf(Counter.ZERO::equals);
        assertThat(counters).isEqualTo(Map.of(counter("a"), new Counter(0, 2), counter("b"), new Counter(3, 0)));
        assertThat(inventory.holds()).isEqualTo(Map.of(holder("h"), Hold.NONE.plus(counter("a"), 2)));
        assertThat(inventory.entries()).containsExactly(entry);
        assertThat(inventory.open()).containsExactly(own("a", 1, 9));
        assertThat(store().inventory("nobody").holds()).isEmpty();
    }
}
