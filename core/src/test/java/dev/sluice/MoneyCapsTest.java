package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.Pricing;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyCapsTest extends CappedFlow {
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
}
