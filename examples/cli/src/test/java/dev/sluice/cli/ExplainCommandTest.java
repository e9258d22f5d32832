package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
