package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final long REST = Duration.ofMinutes(5).toNanos();

    private static Endpoint endpoint(Map<String, ?> settings) {
        return new Endpoint((Obj) Value.of(settings));
    }

    private static void answers(Endpoint endpoint, int good, int bad) {
        for (int i = 0; i < good; i++) {
            endpoint.answered(200, 0);
        }
        for (int i = 0; i < bad; i++) {
            endpoint.failed(0);
        }
    }

    @Test
    void more_than_half_of_a_hundred_breaks_it_off_and_half_does_not() {
        Endpoint half = endpoint(Map.of());
        answers(half, 50, 50);
        assertThat(half.refusal(0)).isEmpty();

        half.failed(0);
        assertThat(half.refusal(0)).contains(Endpoint.BROKEN_OFF);
    }

    @Test
    void ninety_nine_faults_are_too_few_to_tell() {
        Endpoint endpoint = endpoint(Map.of());
        answers(endpoint, 0, 99);
        assertThat(endpoint.refusal(0)).isEmpty();
        endpoint.answered(503, 0);
        assertThat(endpoint.refusal(0)).isPresent();
    }

    @Test
    void refusals_of_leads_are_no_faults() {
        Endpoint endpoint = endpoint(Map.of());
        for (int i = 0; i < 200; i++) {
            endpoint.answered(422, 0);
        }
        assertThat(endpoint.refusal(0)).isEmpty();
    }

    @Test
    void after_a_rest_one_of_many_asks_and_its_answer_counts() throws Exception {
        Endpoint endpoint = endpoint(Map.of());
        answers(endpoint, 0, 100);
        assertThat(endpoint.refusal(REST - 1)).isPresent();
        AtomicInteger asked = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(32);
        Thread[] threads = new Thread[32];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    start.await();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                if (endpoint.refusal(REST).isEmpty()) {
                    asked.incrementAndGet();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(asked).hasValue(1);

        endpoint.failed(REST);
        assertThat(endpoint.refusal(2 * REST - 1)).isPresent();
        assertThat(endpoint.refusal(2 * REST)).isEmpty();
        endpoint.answered(200, 2 * REST);
        assertThat(endpoint.refusal(2 * REST)).isEmpty();
    }

    @Test
    void who_is_gone_is_not_asked_again() {
        Endpoint endpoint = endpoint(Map.of());
        endpoint.answered(410, 0);

        assertThat(endpoint.refusal(Long.MAX_VALUE / 2)).contains(Endpoint.GONE);
    }

    @Test
    void no_window_of_its_length_has_more_turns_than_are_allowed() {
        Endpoint endpoint = endpoint(Map.of("rateLimit", Map.of("count", 5, "perMs", 1_000)));
        for (int i = 0; i < 5; i++) {
            assertThat(endpoint.turn(i)).isZero();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(endpoint.turn(10)).isEqualTo(Duration.ofMillis(1_000).minusNanos(10 - i));
        }
        assertThat(endpoint.turn(10)).isEqualTo(Duration.ofMillis(2_000).minusNanos(10));
        assertThat(endpoint.turn(Duration.ofSeconds(60).toNanos())).isZero();
        assertThat(endpoint(Map.of()).turn(0)).isZero();
    }

    @Test
    void numbers_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> endpoint(Map.of("breaker", Map.of("percent", 0))))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> endpoint(Map.of("rateLimit", Map.of("count", 1.5))))
                .isInstanceOf(InvalidRequestException.class);
    }
}
