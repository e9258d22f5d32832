package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.TimeUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapsTest extends CappedFlow {
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
}
