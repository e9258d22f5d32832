package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Settled;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.WorkingKeys;
import dev.sluice.delivery.Backoff;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Retry;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that is tried again later outlives the process, with the lead's secret values. */
class RetriesOnSqliteTest {
    private static final String SSN = "219-09-9999";

    @TempDir
    Path folder;

    private final List<String> got = new ArrayList<>();
    private boolean down = true;

    private Sluice process() {
        Store store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
        return Sluice.builder()
                .store(store)
                .workingKeys(WorkingKeys.of("k1", new byte[32]))
                .delivery("crm", request -> {
                    got.add(request.delivery().key() + " "
                            + request.lead().get("ssn").text());
                    return down
                            ? DeliveryResult.error("Server error").detail("response_code", 503)
                            : DeliveryResult.success();
                })
                .build();
    }

    private static FlowDefinition flow() {
        Backoff soon = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), BigDecimal.ONE, 0);
        return FlowDefinition.builder("f")
                .field("ssn", "ssn")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .step(RecipientStep.to("buyer", "crm")
                        .map("ssn", "{{lead.ssn}}")
                        .cap(Cap.of("day", 1, TimeUnit.DAY))
                        .retry(Retry.USUAL.attempts(5).backoff(soon))
                        .build())
                .build();
    }

    @Test
    void a_delivery_is_tried_again_by_the_next_process_with_the_same_key_and_content() {
        String lead;
        try (Sluice first = process()) {
            Submission answer = first.open(flow())
                    .submit(Lead.from("web").with("email", "kim@example.com").with("ssn", SSN));
            assertThat(answer.status()).isEqualTo(Submission.Status.QUEUED);
            lead = answer.leadId().orElseThrow();
        }
        try (Sluice second = process()) {
            second.runDue(1);
            assertThat(second.open(flow()).caps().get(0).reserved()).isEqualByComparingTo(BigDecimal.ONE);
        }
        down = false;
        try (Sluice third = process()) {
            third.runDue(1);
            assertThat(third.store().events().stream(new StreamId("default", lead)))
                    .extracting(event -> event.type().text())
                    .endsWith("recipient.delivered", "flow.completed");
            assertThat(third.open(flow()).caps().get(0).committed()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(StateCheck.of(third.store(), "default").differences()).isEmpty();
            assertThat(third.store().sealed(new StreamId("default", lead))).isEmpty();
        }
        assertThat(got).containsOnly(lead + ":buyer:1 " + SSN.replace("-", "")).hasSize(3);
    }

    @Test
    void after_the_end_secret_values_are_gone_and_must_be_given_anew() {
        FlowDefinition once = FlowDefinition.builder("f")
                .field("ssn", "ssn")
                .source(SourceDefinition.of("web"))
                .step(RecipientStep.to("buyer", "crm")
                        .map("ssn", "{{lead.ssn}}")
                        .build())
                .build();
        try (Sluice sluice = process()) {
            String lead = sluice.open(once)
                    .submit(Lead.from("web").with("ssn", SSN))
                    .leadId()
                    .orElseThrow();
            down = false;

            Settled missing = sluice.deliveries().redeliver(lead, "buyer", Map.of(), "ann");
            Settled sent = sluice.deliveries().redeliver(lead, "buyer", Map.of("ssn", SSN), "ann");

            assertThat(missing.fate()).isEqualTo(Settled.Fate.MISSING_VALUES);
            assertThat(missing.missing()).containsExactly("ssn");
            assertThat(sent.fate()).isEqualTo(Settled.Fate.DONE);
            assertThat(got).last().isEqualTo(lead + ":buyer:2 " + SSN.replace("-", ""));
            assertThat(StateCheck.of(sluice.store(), "default").differences()).isEmpty();
        }
    }
}
