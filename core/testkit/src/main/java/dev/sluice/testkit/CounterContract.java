package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.counter;
import static dev.sluice.testkit.Samples.holder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters and what holders have reserved of them. */
interface CounterContract {
    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    @Test
    default void a_counter_begins_at_zero_and_adds_up() {
        assertThat(writing().counter(counter("a"))).isEqualTo(Counter.ZERO);

        writing().change(changes -> changes.add(counter("a"), 3));
        writing().change(changes -> changes.add(counter("a"), -1));

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(2, 0));
    }

    @Test
    default void windows_and_accounts_are_counted_apart() {
        CounterKey march = new CounterKey("one", "cap", "2026-03");
        CounterKey april = new CounterKey("one", "cap", "2026-04");
        CounterKey other = new CounterKey("two", "cap", "2026-03");

        writing().change(changes -> changes.add(march, 1));
        writing().change(changes -> changes.add(other, 5));

        assertThat(writing().counter(march)).isEqualTo(new Counter(1, 0));
        assertThat(writing().counter(april)).isEqualTo(Counter.ZERO);
        assertThat(writing().counter(other)).isEqualTo(new Counter(5, 0));
    }

    @Test
    default void a_commit_settles_what_its_holder_reserved_and_nothing_else() {
        writing().change(changes -> {
            changes.reserve(holder("one"), counter("day"), 1);
            changes.reserve(holder("one"), counter("budget"), 25_000_000);
            changes.reserve(holder("two"), counter("day"), 1);
        });

        writing().change(changes -> changes.commit(holder("one")));

        assertThat(writing().counter(counter("day"))).isEqualTo(new Counter(1, 1));
        assertThat(writing().counter(counter("budget"))).isEqualTo(new Counter(25_000_000, 0));
        assertThat(writing().hold(holder("one")).isEmpty()).isTrue();
        assertThat(writing().hold(holder("two")).items()).containsExactly(new Hold.Item(counter("day"), 1));
    }

    @Test
    default void a_release_gives_back_to_the_very_windows_it_came_from() {
        CounterKey before = new CounterKey("default", "cap", "2026-03-14");
        CounterKey after = new CounterKey("default", "cap", "2026-03-15");
        writing().change(changes -> changes.reserve(holder("one"), before, 2));
        writing().change(changes -> changes.reserve(holder("two"), after, 1));

        writing().change(changes -> changes.release(holder("one")));

        assertThat(writing().counter(before)).isEqualTo(Counter.ZERO);
        assertThat(writing().counter(after)).isEqualTo(new Counter(0, 1));
    }

    @Test
    default void settling_twice_changes_nothing_more() {
        writing().change(changes -> changes.reserve(holder("one"), counter("a"), 1));
        writing().change(changes -> changes.reserve(holder("two"), counter("a"), 1));
        writing().change(changes -> changes.reserve(holder("three"), counter("a"), 1));

        writing().change(changes -> changes.release(holder("one")));
        writing().change(changes -> changes.release(holder("one")));
        writing().change(changes -> changes.commit(holder("one")));
        writing().change(changes -> changes.commit(holder("two")));
        writing().change(changes -> changes.release(holder("two")));
        writing().change(changes -> changes.release(holder("never seen")));

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(1, 1));
    }

    @Test
    default void the_same_counter_reserved_twice_by_one_holder_adds_up() {
        writing().change(changes -> {
            changes.reserve(holder("one"), counter("a"), 2);
            changes.reserve(holder("one"), counter("a"), 3);
        });
        writing().change(changes -> changes.reserve(holder("one"), counter("a"), 4));

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(0, 9));
        assertThat(writing().hold(holder("one")).items()).containsExactly(new Hold.Item(counter("a"), 9));
        writing().change(changes -> changes.release(holder("one")));
        assertThat(writing().counter(counter("a"))).isEqualTo(Counter.ZERO);
    }

    @Test
    default void a_view_holds_what_was_decided_before_although_it_is_not_yet_durable() {
        writing().decide(changes -> {
            changes.reserve(holder("one"), counter("a"), 1);
            changes.add(counter("b"), 7);
        });

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(0, 1));
        assertThat(writing().counter(counter("b"))).isEqualTo(new Counter(7, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    default void reserved_is_always_the_sum_of_the_holds(long seed) {
        CounterModel model = new CounterModel(new Random(seed));

        for (int i = 0; i < 150; i++) {
            writing().change(model.next());
        }

        model.counters()
                .forEach((key, counter) -> assertThat(writing().counter(key)).isEqualTo(counter));
        model.holds()
                .forEach((holder, items) ->
                        assertThat(writing().hold(holder).items()).containsExactlyInAnyOrderElementsOf(items));
    }

    @Test
    default void of_sixty_four_that_race_for_the_last_unit_of_a_cap_one_wins() {
        CounterKey cap = counter("cap");
        writing().change(changes -> changes.add(cap, 9));

        List<Boolean> granted = Race.run(
                64,
                i -> () -> store().write(Writing.write(
                                Reads.counters(List.of(cap)).and(Reads.holders(List.of(holder("lead_" + i)))),
                                (view, changes) -> {
                                    boolean free = view.counter(cap).used() < 10;
                                    if (free) {
                                        changes.reserve(holder("lead_" + i), cap, 1);
                                    }
                                    return free;
                                }))
                        .durable());

        assertThat(granted).containsOnlyOnce(true);
        assertThat(writing().counter(cap)).isEqualTo(new Counter(9, 1));
    }

    @Test
    default void nothing_is_lost_when_many_add_at_once() {
        Race.run(16, i -> () -> {
            for (int n = 0; n < 20; n++) {
                writing().change(changes -> changes.add(counter("a"), 1));
            }
            return true;
        });

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(320, 0));
    }
}
