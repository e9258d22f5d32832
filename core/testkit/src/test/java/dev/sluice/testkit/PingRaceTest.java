package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Sluice;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PingLimit;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many pings at once under a limit, and many leads at once that name one bid. */
class PingRaceTest {
    private static final int RACERS = 64;
    private static final int PINGS = 4;
    /** Odd and even ones: writers that meet in pairs pass some limits without a trace. */
    private static final int[] LIMITS = {50, 51, 52, 53, 54, 55};

    @Test
    void sixty_four_threads_are_answered_exactly_to_the_limit() {
        assertThat(IntStream.of(LIMITS)
                        .mapToLong(limit -> answered(MemoryStore.create(), limit) - limit)
                        .boxed())
                .containsOnly(0L);
    }

    @Test
    void a_store_that_counts_on_old_data_is_found_out() {
        assertThat(IntStream.of(LIMITS)
                        .mapToLong(limit -> answered(new RacyStore(), limit) - limit)
                        .boxed())
                .anyMatch(more -> more > 0);
    }

    @Test
    void of_sixty_four_leads_that_name_one_bid_one_gets_its_price() {
        assertThat(bought(MemoryStore.create())).isEqualTo(1);
    }

    @Test
    void a_store_that_gives_a_bid_away_twice_is_found_out() {
        assertThat(bought(new RacyStore())).isGreaterThan(1);
    }

    private static long answered(Store store, int limit) {
        Flow flow = open(store, limit);
        List<Long> answered = Race.run(
                RACERS,
                i -> () -> IntStream.range(0, PINGS)
                        .filter(ping -> !flow.ping(Lead.from("a")).isLimited())
                        .count());
        return answered.stream().mapToLong(Long::longValue).sum();
    }

    private static long bought(Store store) {
        Flow flow = open(store, 1);
        PingResult bid = flow.ping(Lead.from("a"));
        Lead named = Lead.from("a").with("ping_id", bid.pingId().orElseThrow());
        return Race.run(RACERS, i -> () -> flow.submit(named)).stream()
                .filter(answer -> answer.outcome() == Outcome.SUCCESS)
                .count();
    }

    private static Flow open(Store store, int limit) {
        return Sluice.builder()
                .store(store)
                .time(VirtualTime.at("2026-03-15T14:30:00Z"))
                .build()
                .open(FlowDefinition.builder("f")
                        .source("a")
                        .pricing(Pricing.fixed("2"))
                        .pings(Pings.upTo(PingLimit.of(limit, 1, TimeUnit.DAY)))
                        .build());
    }
}
