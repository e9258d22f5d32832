package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.RetryBudget;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static RetryPolicy policy(Map<String, ?> retry) {
        return RetryPolicy.of((Obj) Value.of(Map.of("retry", retry)));
    }

    @Test
    void waits_double_up_to_the_longest() {
        RetryPolicy policy = policy(Map.of("maxAttempts", 10));

        assertThat(IntStream.rangeClosed(1, 7)
                        .mapToLong(i -> policy.backoff().after(i, 1).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void the_multiplier_is_the_settings() {
        RetryPolicy policy = policy(Map.of("initialDelayMs", 1_000, "multiplier", 1.5));

        assertThat(policy.backoff().after(3, 0)).isEqualTo(Duration.ofMillis(2_250));
        assertThatThrownBy(() -> policy(Map.of("multiplier", 0.5))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> policy(Map.of("multiplier", "2"))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void chance_shortens_waits_by_the_jitter_and_no_more() {
        RetryPolicy policy = policy(Map.of("initialDelayMs", 10_000, "jitterPercent", 50));
        SplittableRandom random = new SplittableRandom(7);

        long[] waits = IntStream.range(0, 100_000)
                .mapToLong(i -> policy.backoff().after(1, random.nextDouble()).toMillis())
                .toArray();

        assertThat(LongStream.of(waits)).allMatch(wait -> wait >= 5_000 && wait <= 10_000);
        assertThat(LongStream.of(waits).average()).hasValueCloseTo(7_500.0, Percentage.withPercentage(2.0));
    }

    @Test
    void a_dead_recipient_gets_a_reserve_and_a_share_of_further_tries() {
        RetryBudget budget = new RetryBudget(20);
        long further = IntStream.range(0, 10_000)
                .mapToLong(lead -> {
                    budget.first();
                    return IntStream.range(0, 3).filter(i -> budget.take()).count();
                })
                .sum();

        assertThat(further).isBetween(2_000L, 2_000L + RetryBudget.RESERVE);
    }

    @Test
    void without_a_budget_nothing_is_limited() {
        RetryBudget budget = new RetryBudget(0);

        assertThat(IntStream.range(0, 1_000).allMatch(i -> budget.take())).isTrue();
    }
}
