package dev.sluice.examples;

import static dev.sluice.testkit.flow.FlowAssertions.assertThat;

import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedEnricher;
import dev.sluice.testkit.flow.FlowTest;
import dev.sluice.testkit.flow.FlowTester;
import dev.sluice.types.Lead;
import org.junit.jupiter.api.Test;

/** The flow of the demo: who is let in, and who gets what. */
@FlowTest(value = "demo/flow.json", start = "2026-10-01T15:00:00Z")
class DemoFlowTest {
    private static Lead lead() {
        return Lead.from("web-form-a")
                .with("email", "ann@example.com")
                .with("phone_1", "(212) 555-0123")
                .with("state", "NY")
                .with("dob", "1980-05-01")
                .with("consent", "yes")
                .with("loan_amount", "300000")
                .with("credit_score", "700-740");
    }

    private static FlowTester onMobile(FlowTester flow) {
        return flow.lookUp("phone-intel", ScriptedEnricher.answering(Enrichment.of("line_type", "mobile")));
    }

    @Test
    void good_leads_of_the_coast_go_to_premier_for_more(FlowTester flow) {
        assertThat(onMobile(flow).submit(lead()))
                .wasAccepted()
                .deliveredTo("premier")
                .atPrice("52")
                .costs("0");
    }

    @Test
    void what_premier_refuses_goes_to_homestead(FlowTester flow) {
        onMobile(flow).buyer("premier", Reply.REJECT);

        assertThat(flow.submit(lead())).deliveredTo("homestead").notDeliveredTo("premier");
    }

    @Test
    void internet_lines_are_stopped(FlowTester flow) {
        flow.lookUp("phone-intel", ScriptedEnricher.answering(Enrichment.of("line_type", "voip")));

        assertThat(flow.submit(lead())).wasAccepted().forReason("Internet telephone line");
    }

    @Test
    void who_does_not_want_to_be_called_is_refused(FlowTester flow) {
        assertThat(flow.submit(lead().with("consent", "no"))).wasRejected().forReason("No consent to be called");
    }
}
