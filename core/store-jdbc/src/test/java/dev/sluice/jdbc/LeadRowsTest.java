package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.LeadSummary;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StateCheck.Difference;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of leads are checked against the events that they are made of. */
class LeadRowsTest {
    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    private List<Difference> differences(String... changes) {
        try (Session session = Session.writer(() -> DriverManager.getConnection(url()))) {
            List.of(changes).forEach(session::update);
        }
        try (JdbcStore store = JdbcStore.open(url())) {
            return StateCheck.of(store, "default").differences().stream()
                    .filter(each -> each.what().equals("lead row"))
                    .toList();
        }
    }

    private void leads() {
        try (JdbcStore store = JdbcStore.open(url())) {
            new Leads(store).begin("a").durable();
            new Leads(store).begin("b").durable();
            new Leads(store).complete("b").durable();
        }
    }

    @Test
    void rows_are_as_the_events_make_them() {
        leads();

        assertThat(differences()).isEmpty();
        try (JdbcStore store = JdbcStore.open(url())) {
            assertThat(store.inventory("default").leads().orElseThrow())
                    .contains(new LeadSummary(
                            "lead_b",
                            "solar",
                            1,
                            "web",
                            "completed",
                            null,
                            null,
                            Instant.parse("2026-03-15T14:30:01Z"),
                            Instant.parse("2026-03-15T14:30:03Z"),
                            12_500_000,
                            20_000_000,
                            3))
                    .hasSize(2);
            assertThat(store.inventory("other").leads()).contains(List.of());
        }
    }

    @Test
    void each_column_that_differs_is_found() {
        leads();
        for (String fault : List.of(
                "flow = 'x'",
                "rev = 9",
                "source = 'x'",
                "state = 'accepted'",
                "outcome = 'success'",
                "reason = 'x'",
                "submitted_at = 1",
                "completed_at = 1",
                "cost = 1",
                "revenue = 1",
                "last_seq = 9")) {
            String column = fault.substring(0, fault.indexOf(' '));
            String before = "before_" + column;
            assertThat(differences(
                            "create table " + before + " as select " + column
                                    + " as v from lead where lead_id = 'lead_b'",
                            "update lead set " + fault + " where lead_id = 'lead_b'"))
                    .as(fault)
                    .extracting(Difference::key)
                    .containsExactly("lead_b");
            assertThat(differences(
                            "update lead set " + column + " = (select v from " + before + ") where lead_id = 'lead_b'"))
                    .isEmpty();
        }
    }

    @Test
    void a_row_that_is_missing_and_one_of_no_lead_are_found() {
        leads();

        assertThat(differences("update lead set lead_id = 'lead_c' where lead_id = 'lead_b'"))
                .extracting(Difference::toString)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("lead row lead_b: nothing in the store, "))
                .anyMatch(line -> line.startsWith("lead row lead_c: ") && line.endsWith(", nothing by the events"));
    }
}
