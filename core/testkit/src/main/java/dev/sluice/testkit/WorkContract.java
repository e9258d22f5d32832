package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.ACCOUNT;
import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Store;
import dev.sluice.store.Wanted;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.WrappedKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Planned work and the keys of leads. */
interface WorkContract {
    Duration LEASE = Duration.ofMinutes(5);

    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    private static WorkItem item(String id, long dueInSeconds) {
        return new WorkItem(new WorkId(ACCOUNT, id), "retry", AT.plusSeconds(dueInSeconds), 0, "lead_1/s1/2");
    }

    private void plan(WorkItem... items) {
        writing().change(changes -> List.of(items).forEach(changes::schedule));
    }

    @Test
    default void due_work_is_taken_oldest_first_and_counted() {
        plan(item("late", 20), item("early", 10), item("future", 100));

        List<WorkItem> taken = store().work().take(WORK, AT.plusSeconds(20), 10, LEASE);

        assertThat(taken)
                .containsExactly(
                        new WorkItem(new WorkId(ACCOUNT, "early"), "retry", AT.plusSeconds(10), 1, "lead_1/s1/2"),
                        new WorkItem(new WorkId(ACCOUNT, "late"), "retry", AT.plusSeconds(20), 1, "lead_1/s1/2"));
    }

    @Test
    default void no_more_is_taken_than_asked_for() {
        plan(item("a", 1), item("b", 2), item("c", 3));

        assertThat(store().work().take(WORK, AT.plusSeconds(9), 2, LEASE)).hasSize(2);
        assertThat(store().work().take(WORK, AT.plusSeconds(9), 2, LEASE)).hasSize(1);
    }

    @Test
    default void what_the_taker_does_not_know_stays_for_others() {
        WorkItem foreign = new WorkItem(new WorkId("other", "a"), "retry", AT, 0, "lead_9");
        WorkItem batch = new WorkItem(new WorkId(ACCOUNT, "b"), "batch", AT, 0, "daily");
        plan(foreign, batch, item("c", 0));

        assertThat(store().work().take(new Wanted(ACCOUNT, Set.of()), AT, 10, LEASE))
                .isEmpty();
        assertThat(store().work().take(WORK, AT, 10, LEASE))
                .extracting(work -> work.id().id())
                .containsExactly("c");
        assertThat(store().work().take(new Wanted(ACCOUNT, Set.of("batch", "retry")), AT, 10, LEASE))
                .extracting(WorkItem::kind)
                .containsExactly("batch");
        assertThat(store().work().take(new Wanted("other", Set.of("retry")), AT, 10, LEASE))
                .hasSize(1);
    }

    @Test
    default void taken_work_comes_again_only_when_its_lease_has_run_out() {
        plan(item("a", 0));
        assertThat(store().work().take(WORK, AT, 10, LEASE)).hasSize(1);

        assertThat(store().work().take(WORK, AT.plus(LEASE).minusMillis(1), 10, LEASE))
                .isEmpty();

        assertThat(store().work().take(WORK, AT.plus(LEASE), 10, LEASE))
                .singleElement()
                .extracting(WorkItem::attempts)
                .isEqualTo(2);
    }

    @Test
    default void work_that_is_done_never_comes_again() {
        plan(item("a", 0), item("b", 0));
        store().work().take(WORK, AT, 1, LEASE);

        writing().change(changes -> {
            changes.done(new WorkId(ACCOUNT, "a"));
            changes.done(new WorkId(ACCOUNT, "never planned"));
        });

        assertThat(store().work().take(WORK, AT.plus(LEASE), 10, LEASE))
                .extracting(work -> work.id().id())
                .containsExactly("b");
    }

    @Test
    default void work_planned_again_replaces_what_was_planned_and_is_free() {
        plan(item("a", 0));
        store().work().take(WORK, AT, 10, LEASE);
        WorkItem again = new WorkItem(new WorkId(ACCOUNT, "a"), "resume", AT.plusSeconds(3), 4, "lead_2");

        plan(again);

        assertThat(store().work().take(WORK, AT.plusSeconds(2), 10, LEASE)).isEmpty();
        assertThat(store().work().take(WORK, AT.plusSeconds(3), 10, LEASE))
                .containsExactly(new WorkItem(again.id(), "resume", again.dueAt(), 5, "lead_2"));
    }

    @Test
    default void each_item_goes_to_one_of_many_takers() {
        writing().change(changes -> {
            for (int i = 0; i < 60; i++) {
                changes.schedule(item("w" + i, i % 7));
            }
        });

        List<List<WorkItem>> taken = Race.run(8, i -> () -> store().work().take(WORK, AT.plusSeconds(10), 10, LEASE));

        assertThat(taken.stream().flatMap(List::stream).map(WorkItem::id))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    default void a_lead_keeps_its_first_key_until_that_is_destroyed() {
        WrappedKey first = new WrappedKey(ACCOUNT, "lead_1", "kek-1", new byte[] {0, 1, -1});
        WrappedKey second = new WrappedKey(ACCOUNT, "lead_1", "kek-2", new byte[] {9});

        assertThat(store().keys().putIfAbsent(first)).usingRecursiveComparison().isEqualTo(first);
        assertThat(store().keys().putIfAbsent(second))
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(store().keys().get(ACCOUNT, "lead_1"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(first);

        assertThat(store().keys().destroy(ACCOUNT, "lead_1")).isTrue();
        assertThat(store().keys().destroy(ACCOUNT, "lead_1")).isFalse();
        assertThat(store().keys().get(ACCOUNT, "lead_1")).isEmpty();
        assertThat(store().keys().get("other", "lead_1")).isEmpty();
    }
}
