package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.RecipientStep;
import dev.sluice.internal.open.Underway;
import dev.sluice.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloseTest {
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final List<Duration> waits = new ArrayList<>();
    private Runnable waiting = () -> {};

    private final StillTime still = new StillTime("2024-01-15T14:30:45.123Z");

    /** Whoever waits lets something happen. */
    private final Time time = new Time() {
        @Override
        public Instant instant() {
            return still.instant();
        }

        @Override
        public long nanos() {
            return still.nanos();
        }

        @Override
        public void await(Duration duration) {
            waits.add(duration);
            waiting.run();
            still.pass(duration);
        }
    };

    private final Sluice sluice = Sluice.builder()
            .store(MemoryStore.create())
            .time(time)
            .delivery("slow", request -> {
                asked.countDown();
                return isAnswered() ? DeliveryResult.success() : DeliveryResult.unknown("Stopped");
            })
            .build();

    @AfterEach
    void stop() {
        answering.countDown();
        threads.shutdownNow();
    }

    private boolean isAnswered() {
        try {
            return answering.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private Future<Submission> onItsWay() throws InterruptedException {
        Flow flow = sluice.open(
                Solar.flow().step(RecipientStep.to("buyer", "slow").build()).build());
        Future<Submission> answer = threads.submit(() -> flow.submit(Solar.lead("john@example.com")));
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        return answer;
    }

    private static Submission of(Future<Submission> answer) {
        try {
            return answer.get(1, TimeUnit.MINUTES);
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void a_lead_on_its_way_ends_before_the_store_is_closed() throws InterruptedException {
        Future<Submission> answer = onItsWay();
        waiting = () -> {
            answering.countDown();
            of(answer);
        };

        assertThat(sluice.close(Duration.ofSeconds(10))).isTrue();

        assertThat(of(answer).status()).isEqualTo(Submission.Status.ANSWERED);
        assertThat(of(answer).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(waits).hasSize(1);
    }

    @Test
    void nobody_waits_longer_than_he_has_patience() throws InterruptedException {
        onItsWay();

        assertThat(sluice.close(Duration.ofMillis(12))).isFalse();

        assertThat(waits).containsExactly(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(2));
    }

    @Test
    void where_nothing_runs_nobody_waits() {
        sluice.recover();
        sluice.runDue(1);

        assertThat(sluice.close(Duration.ofDays(1))).isTrue();

        assertThat(waits).isEmpty();
    }

    @Test
    void without_patience_it_is_closed_at_once() throws InterruptedException {
        onItsWay();

        assertThat(sluice.close(Duration.ZERO)).isFalse();

        assertThat(waits).isEmpty();
    }

    @Test
    void a_call_that_throws_has_ended_too() {
        Flow flow = sluice.open(
                Solar.flow().step(RecipientStep.to("buyer", "slow").build()).build());
        assertThat(catchThrowable(() -> flow.submitAll(
                        Stream.generate(() -> {
                            throw new IllegalStateException("no more leads");
                        }),
                        answer -> {})))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sluice.close(Duration.ofDays(1))).isTrue();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays() {
        Time stopping = new Time() {
            @Override
            public Instant instant() {
                return time.instant();
            }

            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void await(Duration duration) throws InterruptedException {
                throw new InterruptedException();
            }
        };
        Underway underway = new Underway();
        underway.begin();

        assertThat(underway.await(stopping, Duration.ofDays(1))).isFalse();

        assertThat(Thread.interrupted()).isTrue();
    }
}
