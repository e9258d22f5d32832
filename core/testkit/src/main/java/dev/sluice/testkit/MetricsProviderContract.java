package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pricing.MetricsProvider;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MetricsProvider} keeps to; extend it and give one. */
public abstract class MetricsProviderContract {
    private static final At NOW = At.utc(Instant.parse("2026-01-05T15:00:00Z"));
    private static final List<String> COUNTS =
            List.of("hourly_count", "daily_count", "weekly_count", "monthly_count", "total_count");

    /** The provider, ready to be asked. */
    protected abstract MetricsProvider provider();

    /** A source that it counts for; {@code web} by default. */
    protected String source() {
        return "web";
    }

    /** No data is an empty object, and never null. */
    @Test
    protected void a_source_that_nobody_knows_has_data_or_none() {
        assertThat(provider().metrics("flow", "nobody-knows-it", NOW)).isNotNull();
        assertThat(provider().metrics("flow", source(), NOW)).isNotNull();
    }

    /** Prices compare them. */
    @Test
    protected void counts_are_numbers_from_0() {
        Obj counts = provider().metrics("flow", source(), NOW);
        for (String name : COUNTS) {
            if (!counts.get(name).isAbsent()) {
                assertThat(counts.get(name)).as(name).isInstanceOf(Num.class);
                assertThat(((Num) counts.get(name)).value().signum()).as(name).isNotNegative();
            }
        }
    }

    /** Previews and test leads ask, too. */
    @Test
    protected void asking_changes_nothing() {
        assertThat(provider().metrics("flow", source(), NOW))
                .isEqualTo(provider().metrics("flow", source(), NOW));
    }

    /** Leads of several threads ask at once. */
    @Test
    protected void threads_get_the_same() {
        assertThat(Race.run(8, runner -> () -> provider().metrics("flow", source(), NOW)))
                .doesNotContainNull()
                .containsOnly(provider().metrics("flow", source(), NOW));
    }
}
