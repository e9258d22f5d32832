package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.caps.CapStatus;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapsTest {
    private static final CapWindow DAILY = CapWindow.each(1, TimeUnit.DAY);

    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private DeliveryResult answer = DeliveryResult.success();
    private final Sluice sluice =
            Sluice.builder().time(time).delivery("stub", request -> answer).build();

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f")
                .field("state", "state")
                .field("price", "number")
                .field("ok", "boolean");
    }

    private static FlowDefinition.Builder oneSource() {
        return flow().source("a");
    }

    private static RecipientStep.Builder buyer(String id) {
        return RecipientStep.to(id, "stub");
    }

    private static Lead lead(String source) {
        return Lead.from(source).with("state", "CA").with("ok", "yes");
    }

    private static List<String> submit(Flow flow, int times) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            told.add(flow.submit(lead("a")).reason().orElse("ok"));
        }
        return told;
    }

    private static List<Event> reached(Submission result) {
        return result.events().stream()
                .filter(event -> event.type().equals(EventType.CAP_REACHED))
                .toList();
    }

    @Test
    void a_total_cap_never_begins_anew() {
        Flow flow =
                sluice.open(oneSource().cap(Cap.of("ever", 2, CapWindow.TOTAL)).build());

        assertThat(submit(flow, 3)).containsExactly("ok", "ok", "Cap reached");
        time.pass(Duration.ofDays(4000));
        assertThat(submit(flow, 1)).containsExactly("Cap reached");
    }

    @Test
    void a_rolling_cap_frees_a_place_when_its_time_has_passed() {
        Flow flow = sluice.open(oneSource()
                .cap(Cap.of("hour", 2, CapWindow.last(1, TimeUnit.HOUR)))
                .build());

        assertThat(submit(flow, 1)).containsExactly("ok");
        time.pass(Duration.ofMinutes(40));
        assertThat(submit(flow, 2)).containsExactly("ok", "Cap reached");
        time.pass(Duration.ofMinutes(20).minusSeconds(1));
        assertThat(submit(flow, 1)).containsExactly("Cap reached");
        time.pass(Duration.ofSeconds(63));
        assertThat(submit(flow, 2)).containsExactly("ok", "Cap reached");
    }

    @Test
    void a_cap_on_cost_takes_whole_prices_only_and_gives_back_those_of_failed_leads() {
        Flow flow = sluice.open(oneSource()
                .pricing(Pricing.named(null, null))
                .cap(Cap.cost("spent", "100", DAILY))
                .step(new FilterStep(
                        "s",
                        null,
                        true,
                        allOf(field("ok").isEqualTo("true")),
                        FilterAction.CONTINUE,
                        FilterAction.stop(Outcome.FAILURE, "not ok")))
                .build());

        assertThat(flow.submit(lead("a").with("price", "60.000001")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(lead("a").with("price", "40")).reason()).contains("Cap reached");
        assertThat(flow.submit(lead("a").with("price", "39.999999").with("ok", "no"))
                        .reason())
                .contains("not ok");
        assertThat(flow.submit(lead("a").with("price", "39.999999")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(lead("a").with("price", "0")).reason()).contains("Cap reached");
    }

    @Test
    void a_share_counts_under_a_cap_on_cost_as_what_it_came_to() {
        Flow flow = sluice.open(oneSource()
                .pricing(Pricing.share("50"))
                .cap(Cap.cost("spent", "25", DAILY))
                .step(buyer("b").pricing(Pricing.fixed("20")).build())
                .build());

        assertThat(submit(flow, 4)).containsExactly("ok", "ok", "ok", "Cap reached");
    }

    @Test
    void a_cap_on_revenue_is_taken_as_planned_and_settled_as_it_was() {
        Flow flow = sluice.open(oneSource()
                .step(buyer("b")
                        .cap(Cap.revenue("earned", "100", DAILY))
                        .pricing(Pricing.named(null, new BigDecimal("60")))
                        .build())
                .build());

        answer = DeliveryResult.success().price(new BigDecimal("30"));
        assertThat(flow.submit(lead("a")).revenue()).isEqualByComparingTo("30");
        answer = DeliveryResult.failure("no");
        assertThat(flow.submit(lead("a")).revenue()).isZero();
        answer = DeliveryResult.success().price(new BigDecimal("15.5"));
        assertThat(flow.submit(lead("a")).revenue()).isEqualByComparingTo("15.5");
        assertThat(flow.submit(lead("a")).deliveries().get(0).reason()).contains("Daily cap reached (45.5/100)");
    }

    @Test
    void a_flows_cap_on_revenue_skips_the_recipients_of_a_lead_that_is_on_its_way() {
        Flow flow = sluice.open(oneSource()
                .cap(Cap.revenue("earned", "50", DAILY))
                .step(buyer("one").pricing(Pricing.fixed("30")).build())
                .step(buyer("two").pricing(Pricing.fixed("30")).build())
                .step(buyer("three").pricing(Pricing.fixed("20")).build())
                .build());

        Submission first = flow.submit(lead("a"));

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(first.revenue()).isEqualByComparingTo("50");
        assertThat(first.deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("success", "skip", "success");
        assertThat(flow.submit(lead("a")).reason()).contains("Cap reached");
    }

    @Test
    void accepted_leads_count_even_if_they_fail_later() {
        FilterStep stop = new FilterStep(
                "s",
                null,
                true,
                allOf(field("ok").isEqualTo("true")),
                FilterAction.CONTINUE,
                FilterAction.stop(Outcome.FAILURE, "not ok"));
        Flow accepted = sluice.open(oneSource()
                .cap(Cap.of("c", 1, DAILY).counting(Counts.ACCEPTED))
                .step(stop)
                .build());

        assertThat(accepted.submit(lead("a").with("ok", "no")).reason()).contains("not ok");
        assertThat(accepted.submit(lead("a")).reason()).contains("Cap reached");
    }

    @Test
    void submitted_leads_count_even_if_a_gate_or_another_cap_refuses_them() {
        Flow flow = sluice.open(oneSource()
                .acceptance(AcceptanceCriteria.of(allOf(field("ok").isEqualTo("true")))
                        .because("not ok"))
                .cap(Cap.of("come", 3, DAILY).counting(Counts.SUBMITTED))
                .cap(Cap.of("taken", 1, DAILY).because("taken"))
                .build());

        assertThat(flow.submit(lead("a").with("ok", "no")).reason()).contains("not ok");
        assertThat(submit(flow, 3)).containsExactly("ok", "taken", "Cap reached");
        assertThat(flow.submit(lead("a").with("ok", "no")).reason()).contains("not ok");
    }

    @Test
    void a_flows_cap_on_deliveries_counts_each_sale() {
        Flow flow = sluice.open(oneSource()
                .cap(Cap.of("sales", 3, DAILY).counting(Counts.DELIVERED))
                .step(buyer("one").build())
                .step(buyer("two").build())
                .build());

        assertThat(flow.submit(lead("a")).deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("success", "success");
        assertThat(flow.submit(lead("a")).deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("success", "skip");
        assertThat(flow.submit(lead("a")).reason()).contains("Cap reached");
    }

    @Test
    void a_recipients_cap_on_offers_counts_refusals_too() {
        Flow flow = sluice.open(oneSource()
                .step(buyer("b")
                        .cap(Cap.of("asked", 2, DAILY).counting(Counts.SUBMITTED))
                        .build())
                .build());
        answer = DeliveryResult.failure("no");

        submit(flow, 2);

        assertThat(flow.submit(lead("a")).deliveries().get(0).reason()).contains("Daily cap reached (2/2)");
    }

    @Test
    void sources_that_share_a_cap_fill_it_together() {
        Flow flow = sluice.open(flow().sharedCap(Cap.of("pool", 3, DAILY))
                .source(SourceDefinition.of("a").caps(new SharedCap("pool")))
                .source(SourceDefinition.of("b").caps(new SharedCap("pool"), Cap.of("own", 1, DAILY)))
                .source("c")
                .build());

        assertThat(flow.submit(lead("b")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(lead("b")).outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(submit(flow, 3)).containsExactly("ok", "ok", "Cap reached");
        assertThat(flow.submit(lead("c")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void recipients_that_share_a_cap_count_each_delivery() {
        Flow flow = sluice.open(oneSource()
                .sharedCap(Cap.of("group", 3, DAILY))
                .step(buyer("one").cap(new SharedCap("group")).build())
                .step(buyer("two").cap(new SharedCap("group")).build())
                .build());

        submit(flow, 1);

        assertThat(flow.submit(lead("a")).deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("success", "skip");
    }

    @Test
    void a_lead_that_meets_a_cap_on_leads_twice_counts_once() {
        Flow flow = sluice.open(flow().sharedCap(Cap.of("pool", 2, DAILY))
                .cap(new SharedCap("pool"))
                .source(SourceDefinition.of("a").caps(new SharedCap("pool")))
                .step(buyer("one").cap(new SharedCap("pool")).build())
                .build());

        Submission second = submit(flow, 1).isEmpty() ? null : flow.submit(lead("a"));

        assertThat(second.deliveries().get(0).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(submit(flow, 1)).containsExactly("Cap reached");
    }

    @Test
    void a_cap_on_leads_that_recipients_share_is_taken_by_the_first_sale_and_given_back_when_it_fails() {
        Flow flow = sluice.open(oneSource()
                .sharedCap(Cap.of("pool", 1, DAILY).counting(Counts.SUCCESSFUL))
                .step(buyer("one").cap(new SharedCap("pool")).build())
                .step(buyer("two").cap(new SharedCap("pool")).build())
                .build());
        answer = DeliveryResult.failure("no");
        submit(flow, 1);
        answer = DeliveryResult.success();

        assertThat(flow.submit(lead("a")).deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("success", "success");
        assertThat(flow.submit(lead("a")).deliveries())
                .extracting(each -> each.outcome().text())
                .containsExactly("skip", "skip");
    }

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
    void a_money_cap_that_cannot_be_filled_to_the_cent_is_told_by_its_first_refusal() {
        Flow flow = sluice.open(oneSource()
                .pricing(Pricing.fixed("7"))
                .cap(Cap.cost("spent", "10", DAILY))
                .build());

        assertThat(reached(flow.submit(lead("a")))).isEmpty();
        Submission refused = flow.submit(lead("a"));

        assertThat(refused.events())
                .extracting(event -> event.type().text())
                .containsExactly("source.submitted", "cap.reached", "source.rejected");
        assertThat(reached(refused).get(0).reason()).contains("Daily cap reached (7/10)");
        assertThat(reached(flow.submit(lead("a")))).isEmpty();
    }

    @Test
    void previews_and_test_leads_change_no_count_and_tell_of_none() {
        Flow flow = sluice.open(oneSource().cap(Cap.of("day", 1, DAILY)).build());

        flow.preview(lead("a"));
        assertThat(reached(flow.submit(lead("a").test()))).isEmpty();
        assertThat(submit(flow, 1)).containsExactly("ok");
        assertThat(flow.submit(lead("a").test()).reason()).contains("Cap reached");
    }

    @Test
    void ids_with_slashes_share_no_counter() {
        Flow slashed = sluice.open(FlowDefinition.builder("x/y")
                .source("a")
                .cap(Cap.of("z", 1, DAILY))
                .build());
        Flow other = sluice.open(FlowDefinition.builder("x")
                .source("a")
                .cap(Cap.of("y/z", 1, DAILY))
                .build());

        assertThat(submit(slashed, 1)).containsExactly("ok");
        assertThat(submit(other, 1)).containsExactly("ok");
    }

    @Test
    void a_place_given_back_after_midnight_goes_back_to_the_day_it_came_from() {
        List<Runnable> meanwhile = new ArrayList<>();
        Sluice own = Sluice.builder()
                .time(time)
                .delivery("stub", request -> {
                    meanwhile.forEach(Runnable::run);
                    return answer;
                })
                .build();
        Flow flow = own.open(oneSource()
                .cap(Cap.of("day", 1, DAILY))
                .step(buyer("b").build())
                .step(new FilterStep(
                        "s",
                        null,
                        true,
                        allOf(field("ok").isEqualTo("true")),
                        FilterAction.CONTINUE,
                        FilterAction.stop(Outcome.FAILURE, "not ok")))
                .build());
        List<Submission> next = new ArrayList<>();
        meanwhile.add(() -> {
            meanwhile.clear();
            time.pass(Duration.ofDays(1));
            next.add(flow.submit(lead("a")));
        });

        Submission first = flow.submit(lead("a").with("ok", "no"));

        assertThat(first.reason()).contains("not ok");
        assertThat(next).extracting(Submission::outcome).containsExactly(Outcome.SUCCESS);
        assertThat(submit(flow, 1)).containsExactly("Cap reached");
        assertThat(flow.caps()).singleElement().asString().isEqualTo("flow/f/day: 1/1");
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
