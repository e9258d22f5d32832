package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import org.junit.jupiter.api.Test;

class SharedCapsTest extends CappedFlow {
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
}
