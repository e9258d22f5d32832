package dev.sluice.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dsimulation.days=365} for a year; a quarter by default. */
class SimulationTest {
    private static final int DAYS = Integer.getInteger("simulation.days", 92);
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final FlowDefinition FLOW = FlowDefinition.read("""
        {"id": "f", "timeZone": "America/New_York",
         "fields": [{"id": "email", "type": "email"}, {"id": "state", "type": "state", "pii": "none"}],
         "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [{"lhv": "lead.state", "op": "is included in", "rhv": ["TX", "CA"]}]}},
         "pricing": {"prices": [{"amount": 2}]},
         "sources": [{"id": "web"}],
         "steps": [{"id": "sell", "type": "distribute", "recipients": [
           {"id": "best", "plugin": "hook", "pricing": {"prices": [{"amount": 30}]},
            "caps": [{"id": "best-day", "maximum": 5, "durationUnits": "day"}]},
           {"id": "rest", "plugin": "hook", "timeoutMs": 1000, "pricing": {"prices": [{"amount": 10}]}}]}]}
        """);
    private static final Leads LEADS = Leads.profiled(
            "web",
            Map.of(
                    "email", Profile.numbered("lead-#@example.com"),
                    "state", Profile.weighted(Map.of("TX", 3, "CA", 1, "NV", 1))));

    private static Simulation simulation() {
        return Simulation.of(FLOW, LEADS)
                .arrivals(Arrivals.weekly(40, 10)
                        .byHour(0, 0, 0, 0, 0, 0, 1, 2, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 1, 1, 1, 0, 0, 0))
                .buyer("best", BuyerModel.accepting(80))
                .buyer("rest", BuyerModel.accepting(50).after(Duration.ofMillis(200)));
    }

    @Test
    void no_day_sells_more_than_its_cap_and_money_adds_up() {
        List<Day> days = simulation().run(START, DAYS);

        assertThat(days).hasSize(DAYS).allSatisfy(day -> {
            assertThat(day.leads()).isEqualTo(day.date().getDayOfWeek().getValue() > 5 ? 10 : 40);
            long best = day.taken().getOrDefault("best", 0L);
            assertThat(best).isLessThanOrEqualTo(5);
            assertThat(day.revenue())
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(30 * best + 10 * day.taken().getOrDefault("rest", 0L)));
            assertThat(day.cost()).isEqualByComparingTo(BigDecimal.valueOf(2 * day.accepted()));
        });
        assertThat(days).anySatisfy(day -> assertThat(day.turnedAway()).containsKey("step/f/best/best-day"));
        long accepted = days.stream().mapToLong(Day::accepted).sum();
        long leads = days.stream().mapToLong(Day::leads).sum();
        assertThat((double) accepted / leads).isBetween(0.75, 0.85);
    }

    @Test
    void the_same_seed_gives_the_same_days_and_another_one_others() {
        assertThat(simulation().run(START, 10)).isEqualTo(simulation().run(START, 10));
        assertThat(simulation().seed(2).run(START, 10))
                .isNotEqualTo(simulation().run(START, 10));
    }

    @Test
    void a_buyer_that_is_too_slow_sells_nothing() {
        List<Day> days = simulation()
                .buyer("best", BuyerModel.accepting(0))
                .buyer("rest", BuyerModel.EAGER.after(Duration.ofSeconds(2)))
                .run(START, 5);

        assertThat(days).allSatisfy(day -> assertThat(day.taken()).isEmpty());
    }
}
