package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often one lead alone waits for the device: once before each effect, and at its ends. */
class BarriersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void a_lead_is_forced_at_most_twice_more_than_it_has_recipients(int recipients) {
        CountingSource source = new CountingSource("jdbc:sqlite:" + folder.resolve("leads.db"));
        FlowDefinition.Builder flow = FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"));
        for (int i = 0; i < recipients; i++) {
            flow.step(RecipientStep.to("r" + i, "crm").build());
        }
        try (Sluice sluice = Sluice.builder()
                .store(JdbcStore.open(source))
                .delivery("crm", request -> DeliveryResult.success())
                .build()) {
            Flow open = sluice.open(flow.build());
            open.submit(Lead.from("web").with("email", "warm@example.com"));
            int before = source.commits.get();

            Submission answer = open.submit(Lead.from("web").with("email", "kim@example.com"));

            assertThat(answer.status()).isEqualTo(Submission.Status.ANSWERED);
            assertThat(source.commits.get() - before).isBetween(recipients == 0 ? 1 : recipients, recipients + 2);
        }
    }
}
