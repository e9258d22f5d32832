package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Submission.Status;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Lead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was promised before a restart holds after it. */
class RestartTest {
    @TempDir
    Path folder;

    private Sluice open() {
        return Sluice.builder()
                .store(JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db")))
                .indexKey("index".getBytes(StandardCharsets.UTF_8))
                .delivery("buyer", DeliveryPlugin.inProcess(request -> DeliveryResult.success()
                        .reference("r1")))
                .build();
    }

    private static FlowDefinition flow(String price) {
        return FlowDefinition.builder("solar")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web").pricing(Pricing.fixed(price)))
                .pings(Pings.upTo())
                .response(ResponseDefinition.of("outcome", "lead.id", "lead.email", "price")
                        .include(ResponseExtra.DELIVERIES, ResponseExtra.DURATION))
                .step(RecipientStep.to("premier", "buyer")
                        .pricing(Pricing.fixed("25.00"))
                        .build())
                .build();
    }

    private static Lead lead() {
        return Lead.from("web").with("email", "ann@example.com");
    }

    @Test
    void a_submission_key_is_answered_as_before() {
        Submission first;
        try (Sluice before = open()) {
            first = before.open(flow("10")).submit(lead().withKey("order-7"));
        }
        try (Sluice after = open()) {
            Flow flow = after.open(flow("10"));
            Submission again = flow.submit(lead().withKey("order-7"));

            assertThat(again.status()).isEqualTo(Status.REPEATED);
            assertThat(again.leadId()).isEqualTo(first.leadId());
            assertThat(again.response().text()).isEqualTo(first.response().text());
            assertThat(again.price()).isEqualByComparingTo(first.price());
            assertThat(again.revenue()).isEqualByComparingTo("25");
            assertThat(flow.submit(lead().with("x", 1).withKey("order-7")).status())
                    .isEqualTo(Status.CONFLICT);
        }
    }

    @Test
    void a_bid_is_honoured_and_used_once() {
        PingResult bid;
        try (Sluice before = open()) {
            bid = before.open(flow("12.345")).ping(Lead.from("web"));
        }
        Lead post = lead().with("ping_id", bid.pingId().orElseThrow());
        try (Sluice after = open()) {
            assertThat(after.open(flow("99")).submit(post).price()).isEqualByComparingTo("12.345");
        }
        try (Sluice later = open()) {
            Submission second = later.open(flow("99")).submit(post);

            assertThat(second.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(second.reason()).hasValue("Quote was used before");
        }
    }
}
