package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.GroupCommit;
import dev.sluice.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void the_first_who_waits_commits_all_that_is_queued() {
        GroupCommit<Integer> group = new GroupCommit<>(commits::add);
        group.add(1);
        long second = group.add(2);
        group.add(3);

        group.await(second);

        assertThat(commits).containsExactly(List.of(1, 2, 3));
        assertThat(group.durable()).isEqualTo(3);
        group.await(3);
        assertThat(commits).hasSize(1);
    }

    @Test
    void all_who_came_during_a_commit_share_the_next_one() throws Exception {
        CountDownLatch inCommit = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        GroupCommit<Integer> group = new GroupCommit<>(changes -> {
            commits.add(changes);
            inCommit.countDown();
            await(finish);
        });
        List<Future<?>> callers = new ArrayList<>();
        callers.add(threads.submit(() -> group.await(group.add(0))));
        await(inCommit);
        CountDownLatch queued = new CountDownLatch(7);
        for (int i = 1; i <= 7; i++) {
            int change = i;
            callers.add(threads.submit(() -> {
                long number = group.add(change);
                queued.countDown();
                group.await(number);
            }));
        }
        await(queued);

        finish.countDown();

        for (Future<?> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }
        assertThat(commits).hasSize(2);
        assertThat(commits.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void who_waits_for_another_ones_commit_helps_and_who_commits_does_not() throws Exception {
        CountDownLatch inCommit = new CountDownLatch(1);
        CountDownLatch helped = new CountDownLatch(3);
        GroupCommit<Integer> group = new GroupCommit<>(changes -> {
            commits.add(changes);
            inCommit.countDown();
            await(helped);
        });
        Future<?> leader = threads.submit(() -> group.await(group.add(1), () -> {
            throw new AssertionError("whoever can commit has nothing better to do");
        }));
        await(inCommit);

        group.await(group.add(2), () -> {
            helped.countDown();
            return helped.getCount() > 0;
        });

        leader.get(30, TimeUnit.SECONDS);
        assertThat(commits).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void every_change_is_committed_once_and_in_order_under_many_callers() {
        List<Integer> committed = new ArrayList<>();
        GroupCommit<Integer> group = new GroupCommit<>(committed::addAll);
        List<Integer> order = new ArrayList<>();

        Race.run(32, t -> () -> {
            for (int i = 0; i < 200; i++) {
                long number;
                synchronized (order) {
                    order.add(t * 1_000 + i);
                    number = group.add(t * 1_000 + i);
                }
                group.await(number);
                assertThat(group.durable()).isGreaterThanOrEqualTo(number);
            }
            return true;
        });

        assertThat(committed).isEqualTo(order);
    }

    @Test
    void a_failed_commit_reaches_all_who_wait_and_all_who_come_later() throws Exception {
        CountDownLatch inCommit = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        GroupCommit<Integer> group = new GroupCommit<>(changes -> {
            inCommit.countDown();
            await(finish);
            throw new IllegalStateException("the device is gone");
        });
        Future<?> leader = threads.submit(() -> group.await(group.add(1)));
        await(inCommit);
        Future<?> follower = threads.submit(() -> group.await(group.add(2)));

        finish.countDown();

        for (Future<?> caller : List.of(leader, follower)) {
            assertThatThrownBy(() -> caller.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(StoreUnavailableException.class);
        }
        assertThatThrownBy(() -> group.add(3)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(group::check).isInstanceOf(StoreUnavailableException.class);
        assertThat(group.durable()).isZero();
    }

    @Test
    void an_interrupt_does_not_end_the_waiting_and_is_kept() throws Exception {
        CountDownLatch inCommit = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        GroupCommit<Integer> group = new GroupCommit<>(changes -> {
            inCommit.countDown();
            await(finish);
        });
        threads.submit(() -> group.await(group.add(1)));
        await(inCommit);
        Future<Boolean> follower = threads.submit(() -> {
            long number = group.add(2);
            Thread.currentThread().interrupt();
            group.await(number);
            return Thread.interrupted() && group.durable() == number;
        });

        finish.countDown();

        assertThat(follower.get(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Waits whatever happens, as a commit on a device does. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
