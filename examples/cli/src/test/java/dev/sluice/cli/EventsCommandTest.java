package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.log.LeadViews;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
    private static final String FLOW = """
            {"id": "f", "sources": [{"id": "web"}],
             "fields": [{"id": "email", "type": "email"}, {"id": "state", "type": "state"}, {"id": "tcpa_consent", "type": "string"}],
             "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub", "pricing": {"prices": [{"amount": 10}]}}]}
            """;
    private static final String LEADS = """
            source,submitted_at,email,state,tcpa_consent
            web,2026-10-01T04:00:25.000Z,canary@example.com,Texas,I agree
            web,2026-10-02T04:00:25.000Z,b@example.com,NV,
            """;
    private static final String FIRST = "lead_00000001";

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void run() throws IOException {
        store = Shell.stored(folder, FLOW, LEADS);
    }

    private Shell.Result events(String... options) {
        List<String> words = new ArrayList<>(List.of("events", "--store", store));
        words.addAll(List.of(options));
        return sluice(words.toArray(String[]::new));
    }

    @Test
    void a_query_finds_events_as_json_lines_or_as_a_table() {
        Shell.Result found = events("--query", "type=recipient.delivered&start=2026-10-02&lead.state=NV");
        Shell.Result table = events("--query", "lead_id=" + FIRST + "&type=source.*", "--table");

        assertThat(found.answers())
                .extracting(event -> event.part("lead_id").text())
                .containsExactly("lead_00000002");
        assertThat(table.lines()).hasSize(2).first().asString().contains(FIRST, "source.submitted");
    }

    @Test
    void a_query_with_a_limit_gives_a_page_and_says_where_to_go_on() {
        Shell.Result first = events("--query", "type=source.*&limit=3&sort=desc");
        String next = first.err().strip().replaceFirst(".*after=", "");
        Shell.Result second = events("--query", "type=source.*&limit=3&sort=desc&after=" + next);

        assertThat(first.lines()).hasSize(3);
        assertThat(second.lines()).hasSize(1);
        assertThat(second.answer().part("type").text()).isEqualTo("source.submitted");
    }

    @Test
    void a_query_that_cannot_be_asked_is_refused_with_its_places() {
        Shell.Result refused = events("--query", "color=red&start=soon");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("/color unknown_criterion", "/start moment_syntax");
    }

    @Test
    void a_lead_shows_its_times_snapshots_and_differences() {
        assertThat(events("--lead", FIRST, "--times").out()).contains("source.accepted", "in all");
        assertThat(events("--lead", FIRST, "--snapshot", "2").out())
                .contains("state = \"TX\"")
                .doesNotContain("canary");
        assertThat(events("--lead", FIRST, "--diff", "1,2").out())
                .contains("+ email.domain: nothing -> \"example.com\"");
        assertThat(events("--lead", FIRST, "--diff", "1,99").status()).isEqualTo(1);
        assertThat(events("--lead", FIRST, "--diff", "one").status()).isEqualTo(2);
    }

    @Test
    void an_audit_tells_of_submitter_consent_transformations_and_delivery() {
        Shell.Result audit = events("--audit", FIRST);

        assertThat(audit.lines()).contains("Consent", "Transformations", "Deliveries");
        assertThat(audit.out())
                .contains("by source web", "tcpa_consent", "recipient.delivered", "10", "reference")
                .doesNotContain("canary", "I agree");
        assertThat(events("--audit", FIRST, "--clear").out()).contains("canary@example.com", "I agree");
        assertThat(events("--audit", FIRST, "--json")
                        .answer()
                        .part("deliveries")
                        .part("0")
                        .part("outcome")
                        .text())
                .isEqualTo("success");
    }

    @Test
    void who_saw_personal_values_is_on_record_once_for_each_look() {
        events("--query", "lead_id=" + FIRST);
        events("--query", "lead_id=" + FIRST, "--clear");
        events("--audit", FIRST, "--role", "auditor");
        events("--clear");

        List<Value> looks = events("--query", "type=access.personal").answers();
        assertThat(looks)
                .extracting(look -> look.part("what").text())
                .containsExactly("query", "stream " + FIRST, "after ");
        assertThat(looks).extracting(look -> look.part("reader").text()).containsOnly("sluice events");
    }

    @Test
    void roles_see_more_or_less() {
        assertThat(events("--query", "lead_id=" + FIRST, "--role", "auditor").out())
                .contains("canary@example.com");
        assertThat(events("--query", "lead_id=" + FIRST).out())
                .contains("c***@example.com")
                .doesNotContain("canary");
        assertThat(events("--query", "lead_id=" + FIRST, "--role", "analyst").out())
                .doesNotContain("example.com");
        assertThat(events("--role", "king").status()).isEqualTo(2);
    }

    @Test
    void what_a_terminal_would_obey_is_not_shown() {
        assertThat(LeadViews.plain("a\u001b[31mb\u009bc\n")).isEqualTo("a?[31mb?c?");
    }
}
