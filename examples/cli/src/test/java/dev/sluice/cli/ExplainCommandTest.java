package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String FLOW = "../demo/flow.json";

    @Test
    void a_rejected_lead_is_told_why_with_the_actual_value() {
        Shell.Result result = pipe("""
                {"source": "web-form-a",
                 "submitted_at": "2026-10-01T15:00:00Z",
                 "email": "ann@example.com", "state": "Nevada", "dob": "1980-01-01"}
                """, "explain", FLOW);

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("source.rejected", "State not served", "'NV'")
                .doesNotContain("ann@");
    }

    @Test
    void a_lead_that_cannot_be_read_is_one_line() {
        Shell.Result result = pipe("{\"email\": \"ann@example.com\"}", "explain", FLOW);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1).first().asString().contains("--source");
    }

    @Test
    void personal_values_are_shown_to_who_asks_for_them_and_secret_ones_to_nobody(@TempDir Path folder)
            throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), """
                {"id": "f", "fields": [{"id": "email", "type": "email"}, {"id": "pin", "type": "string", "pii": "secret"}],
                 "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [
                   {"lhv": "lead.pin", "op": "is not equal to", "rhv": "0000"},
                   {"lhv": "lead.email", "op": "is equal to", "rhv": "bob@example.com"}]}},
                 "sources": [{"id": "web"}], "steps": []}
                """);
        String lead = "{\"source\": \"web\", \"email\": \"ann@example.com\", \"pin\": \"4711\"}";

        assertThat(pipe(lead, "explain", flow.toString()).out())
                .contains("lead.email is equal to")
                .doesNotContain("ann@example.com", "4711");
        assertThat(pipe(lead, "explain", flow.toString(), "--clear").out())
                .contains("was 'ann@example.com'")
                .doesNotContain("4711");
        assertThat(pipe(lead, "explain", flow.toString(), "--role", "analyst").out())
                .contains("lead.email is equal to")
                .doesNotContain("ann@", "a***", "4711");
    }

    @Test
    void a_recorded_lead_is_explained_and_who_sees_it_is_on_record(@TempDir Path folder) throws IOException {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        Path leads = Files.writeString(folder.resolve("leads.csv"), """
                source,submitted_at,email,state,dob
                web-form-a,2026-10-01T15:00:00Z,ann@example.com,Nevada,1980-01-01
                """);
        assertThat(sluice("run", FLOW, leads.toString(), "--store", store).status())
                .isZero();
        String lead = "lead_00000001";

        Shell.Result masked = sluice("explain", FLOW, "--store", store, "--lead", lead);
        assertThat(masked.out()).contains("source.rejected", "State not served", "'NV'");
        assertThat(sluice("events", "--store", store).out()).doesNotContain("access.personal");

        Shell.Result clear = sluice("explain", FLOW, "--store", store, "--lead", lead, "--clear");
        assertThat(clear.status()).as(clear.err()).isZero();
        assertThat(sluice("events", "--store", store).out())
                .contains("access.personal", "explanation of " + lead, "sluice explain");
        assertThat(sluice("explain", FLOW, "--store", store, "--lead", "lead_9").err())
                .contains("there is no lead 'lead_9'");
        assertThat(sluice("explain", FLOW, "--lead", lead).err()).contains("--store");
    }
}
