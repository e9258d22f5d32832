package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.caps.CapStatus;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapStatusTest extends CappedFlow {
    @Test
    void a_full_cap_is_told_once_in_each_window_by_the_lead_that_filled_it() {
        Flow flow = sluice.open(
                oneSource().cap(Cap.of("day", 2, DAILY).named("Day")).build());

        assertThat(reached(flow.submit(lead("a")))).isEmpty();
        List<Event> told = reached(flow.submit(lead("a")));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.reason()).contains("Daily cap reached (2/2)");
            assertThat(event.facts().get("id").text()).isEqualTo("day");
            assertThat(event.facts().get("name").text()).isEqualTo("Day");
            assertThat(event.facts().get("limit")).isEqualTo(Value.number(2));
            assertThat(event.facts().get("committed")).isEqualTo(Value.number(1));
            assertThat(event.facts().get("reserved")).isEqualTo(Value.number(1));
            assertThat(event.facts().get("resets_at").text()).isEqualTo("2024-01-16T00:00:00.000Z");
            assertThat(event.seq()).isEqualTo(3);
        });
        assertThat(reached(flow.submit(lead("a")))).isEmpty();
        time.pass(Duration.ofDays(1));
        submit(flow, 1);
        assertThat(reached(flow.submit(lead("a")))).hasSize(1);
    }

    @Test
    void a_cap_that_fills_again_after_a_lead_gave_its_place_back_is_not_told_again() {
        FlowDefinition definition = oneSource()
                .step(buyer("b").cap(Cap.of("day", 1, DAILY)).build())
                .build();
        Flow flow = sluice.open(definition);
        answer = DeliveryResult.failure("no");

        assertThat(reached(flow.submit(lead("a")))).singleElement().satisfies(event -> assertThat(event.step())
                .contains("b"));
        answer = DeliveryResult.success();
        assertThat(reached(flow.submit(lead("a")))).isEmpty();
    }

    @Test
    void the_status_tells_of_every_cap_once_with_its_count_limit_refusals_and_reset() {
        Flow flow = sluice.open(flow().pricing(Pricing.fixed("12.34"))
                .cap(Cap.of("month", 9, CapWindow.each(1, TimeUnit.MONTH))
                        .named("Monthly")
                        .around(Cap.of("day", 1, DAILY)))
                .sharedCap(Cap.of("pool", 5, CapWindow.TOTAL))
                .source(SourceDefinition.of("a").caps(new SharedCap("pool"), Cap.cost("spent", "50", DAILY)))
                .source(SourceDefinition.of("b").caps(new SharedCap("pool")))
                .step(buyer("x")
                        .cap(Cap.of("hour", 3, CapWindow.last(1, TimeUnit.HOUR)))
                        .build())
                .build());

        submit(flow, 3);

        assertThat(flow.caps())
                .extracting(CapStatus::toString)
                .containsExactly(
                        "flow/f/month: 1/9",
                        "flow/f/day: 1/1",
                        "shared/f/pool: 1/5",
                        "source/f/a/spent: 12.34/50",
                        "step/f/x/hour: 1/3");
        assertThat(flow.caps()).extracting(CapStatus::refused).containsExactly(0L, 2L, 0L, 0L, 0L);
        assertThat(flow.caps())
                .extracting(each -> String.valueOf(each.expiresAt()))
                .containsExactly(
                        "2024-02-01T00:00:00Z",
                        "2024-01-16T00:00:00Z",
                        "null",
                        "2024-01-16T00:00:00Z",
                        "2024-01-15T15:30:48.228Z");
        assertThat(flow.caps()).extracting(CapStatus::isReached).containsExactly(false, true, false, false, false);
        assertThat(flow.caps().get(0).name()).isEqualTo("Monthly");
        assertThat(flow.caps().get(1).startedAt()).isEqualTo("2024-01-15T00:00:00Z");
    }

    @Test
    void a_lead_on_its_way_is_reserved_and_one_that_nobody_knows_of_stays_so() {
        Flow flow = sluice.open(oneSource()
                .step(buyer("x").cap(Cap.of("day", 3, DAILY)).build())
                .build());
        answer = DeliveryResult.unknown("cut");

        submit(flow, 1);

        assertThat(flow.caps().get(0).reserved()).isEqualByComparingTo("1");
        assertThat(flow.caps().get(0).committed()).isZero();
    }
}
