package dev.sluice.examples;

import static dev.sluice.testkit.flow.FlowAssertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.testkit.flow.FlowTest;
import dev.sluice.testkit.flow.FlowTester;
import dev.sluice.types.Lead;
import org.junit.jupiter.api.Test;

/** How a flow is tested: this is what the test kit's README shows. */
@FlowTest("gallery/waterfall/flow.json")
class WaterfallFlowTest {
    private static Lead from(String state) {
        return Lead.from("web").with("email", "ann@example.com").with("state", state);
    }

    @Test
    void the_best_buyer_gets_one_texan_a_day(FlowTester flow) {
        assertThat(flow.submit(from("TX"))).wasAccepted().deliveredTo("best").atPrice("40");
        assertThat(flow.submit(from("TX")))
                .offeredTo("best", Outcome.SKIP)
                .deliveredTo("middle")
                .atPrice("20");

        assertThat(flow.toNextDay().submit(from("TX"))).deliveredTo("best");
    }

    @Test
    void a_lead_that_is_refused_goes_on(FlowTester flow) {
        flow.buyer("middle", Reply.REJECT, Reply.LOSE_REPLY);

        assertThat(flow.submit(from("CA")))
                .offeredTo("middle", Outcome.FAILURE)
                .deliveredTo("rest")
                .atPrice("5");
        assertThat(flow.submit(from("CA")))
                .offeredTo("middle", Outcome.UNKNOWN)
                .notDeliveredTo("rest")
                .followsPattern("source.accepted", "recipient.unknown", "flow.completed");
    }
}
