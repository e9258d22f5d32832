package dev.sluice.testkit;

import static dev.sluice.testkit.flow.FlowAssertions.assertThat;
import static dev.sluice.testkit.flow.FlowAssertions.assertThatEvents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Submission;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.ScriptedBuyer;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedEnricher;
import dev.sluice.testkit.flow.FlowTest;
import dev.sluice.testkit.flow.FlowTester;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FlowTest("solar.json")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowTesterTest {
    private static Lead lead(String state) {
        return Lead.from("web").with("email", "john@canary.example").with("state", state);
    }

    @Test
    void a_lead_is_delivered_at_its_price(FlowTester flow) {
        assertThat(flow.submit(lead("TX"))).wasAccepted().deliveredTo("premier").atPrice("25.00");
    }

    @Test
    void scripts_answer_in_their_order(FlowTester flow) {
        flow.buyer("premier", Reply.REJECT, Reply.ERROR, Reply.LOSE_REPLY, Reply.ACCEPT);

        assertThat(flow.submit(lead("TX")))
                .offeredTo("premier", Outcome.FAILURE)
                .forReason("rejected by script")
                .deliveredTo("second")
                .atPrice("12");
        assertThat(flow.submit(lead("TX"))).offeredTo("premier", Outcome.ERROR).deliveredTo("second");
        assertThat(flow.submit(lead("TX")))
                .offeredTo("premier", Outcome.UNKNOWN)
                .notDeliveredTo("second");
        assertThat(flow.submit(lead("TX"))).deliveredTo("premier");
    }

    @Test
    void a_slow_buyer_whose_time_is_over_is_unknown(FlowTester flow) {
        flow.slow("premier", Duration.ofMillis(900));
        assertThat(flow.submit(lead("TX"))).deliveredTo("premier");

        flow.slow("premier", Duration.ofMinutes(2));
        assertThat(flow.submit(lead("TX")))
                .offeredTo("premier", Outcome.UNKNOWN)
                .forReason("no reply in time, by script");
    }

    @Test
    void caps_begin_anew_the_next_day_and_months_take_no_time(FlowTester flow) {
        for (int i = 0; i < 3; i++) {
            assertThat(flow.submit(lead("CA"))).deliveredTo("premier");
        }
        assertThat(flow.cap("premier-day")).hasCounted("3").isReached();
        assertThat(flow.submit(lead("CA"))).offeredTo("premier", Outcome.SKIP).forReason("Daily cap reached (3/3)");

        assertThat(flow.toNextDay().cap("premier-day")).hasRoom();
        assertThat(flow.advance(Duration.ofDays(88)).submit(lead("CA"))).deliveredTo("premier");
    }

    @Test
    void nothing_is_taken_before_the_flow_opens(FlowTester flow) {
        flow.at("2026-01-05T03:00:00Z");

        assertThat(flow.submit(lead("TX"))).wasRejected();
        assertThat(flow.toNextOpening().submit(lead("TX"))).wasAccepted();
        assertThat(flow.time().instant()).isEqualTo("2026-01-05T15:00:00Z");
    }

    @Test
    void look_ups_answer_as_they_are_told(FlowTester flow) {
        flow.lookUp(
                "phone-intel",
                ScriptedEnricher.answering(Enrichment.of("line_type", "voip"), Enrichment.of("line_type", "mobile")));

        assertThat(flow.submit(lead("TX")))
                .hasOutcome(Outcome.FAILURE)
                .forReason("Internet line")
                .wentThrough("no-voip");
        assertThat(flow.submit(lead("TX")))
                .followsPattern("source.accepted", "filter.passed", "recipient.delivered", "flow.completed");
    }

    @Test
    void a_failure_tells_the_way_of_the_lead_without_its_personal_values(FlowTester flow) {
        Submission answer = flow.submit(lead("NV"));

        assertThatThrownBy(() -> assertThat(answer).wasAccepted())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("State must be included in TX, CA")
                .hasMessageContaining("The lead's way:")
                .hasMessageNotContaining("john@canary");
        assertThatThrownBy(() -> assertThat(answer).deliveredTo("premier"))
                .hasMessageContaining("success at <premier>");
        assertThatThrownBy(() -> assertThat(answer).forReason("Too late")).hasMessageContaining("Too late");
        assertThatThrownBy(
                        () -> assertThatEvents(answer.events()).followsPattern("source.submitted", "source.accepted"))
                .hasMessageContaining("no <source.accepted> comes")
                .hasMessageContaining("source.rejected");
    }

    @Test
    void a_snapshot_is_what_it_was(FlowTester flow, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.txt"), """
            success
            price 0, revenue 25.00
              1 source.submitted
              2 source.accepted success
              3 enhancement.failure phone failure (no script)
              4 filter.passed no-voip success
              5 distribute.planned sell
              6 recipient.delivered premier success
              7 distribute.completed sell success
              8 flow.completed success
            """);
        Submission answer = flow.submit(lead("TX"));

        assertThatThrownBy(() -> assertThat(answer).matchesSnapshot(folder.resolve("none.txt")))
                .hasMessageContaining("snapshots.write");
        assertThat(answer).matchesSnapshot(file);
        assertThatThrownBy(() -> assertThat(flow.submit(lead("NV"))).matchesSnapshot(file))
                .hasMessageContaining("source.rejected");
    }

    @Test
    void coverage_names_what_was_not_reached(FlowTester flow) {
        flow.submit(lead("TX"));

        assertThat(flow.coverage().missed())
                .containsExactly(
                        "gates, rule 1: failed",
                        "gates: rejected by acceptanceCriteria",
                        "gates: rejected by hours",
                        "step no-voip, rule 1: failed",
                        "step no-voip: failed",
                        "step premier: cap premier-day reached",
                        "step second",
                        "step second: delivered");
        assertThat(flow.coverage().summary()).matches("\\d+ of \\d+ parts of flow solar reached");
    }

    @Test
    void who_is_not_there_cannot_be_scripted(FlowTester flow) {
        assertThatThrownBy(() -> flow.buyer("nobody", ScriptedBuyer.accepting().bidding(Bid.of(BigDecimal.ONE))))
                .hasMessageContaining("premier, second");
        assertThatThrownBy(() -> flow.cap("none")).hasMessageContaining("premier-day");
    }
}
