package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few leads of the demo into a file, what came back of them, and the numbers before and after. */
class ReportAndFeedbackTest {
    private static final Pattern DELIVERED =
            Pattern.compile("\"id\":\"(evt_[^\"]+)\",\"type\":\"recipient.delivered\"");

    @TempDir
    private Path folder;

    private String store = "";
    private List<String> delivered = List.of();

    @BeforeEach
    void run() throws IOException {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        Path leads = folder.resolve("leads.csv");
        try (Stream<String> lines = Files.lines(Path.of("../demo/leads.csv"))) {
            Files.write(leads, lines.limit(60).toList());
        }
        sluice("run", "../demo/flow.json", leads.toString(), "--store", store, "--progress", "none");
        Matcher events = DELIVERED.matcher(sluice("events", "--store", store).out());
        delivered = events.results().map(event -> event.group(1)).toList();
        assertThat(delivered).hasSizeGreaterThan(5);
    }

    @Test
    void feedback_from_csv_has_a_line_for_each_row_and_shows_in_reports() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Files.writeString(
                rows,
                "Event ID,type,reason,id,extra\n" + delivered.get(0) + ",return,wrong number,1,x\n" + delivered.get(1)
                        + ",conversion,,2,\n" + delivered.get(0) + ",return,wrong number,1,x\nevt_lead_0_9,return,,3,\n"
                        + "short\n,conversion,,4,\n");

        Shell.Result result = sluice("feedback", rows.toString(), "--store", store);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().lines().toList())
                .hasSize(6)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("\"outcome\":\"success\"", "\"repeated\":false", "\"row\":1,"),
                        line -> assertThat(line).contains("\"outcome\":\"success\"", "\"row\":2,"),
                        line -> assertThat(line).contains("\"repeated\":true"),
                        line -> assertThat(line).contains("\"problem\":\"unknown_event\""),
                        line -> assertThat(line).contains("\"error\":"),
                        line -> assertThat(line).contains("event_id is missing"));
        assertThat(sluice("report", "summary", "--store", store, "--format", "json")
                        .out())
                .contains("\"conversions\":1,", "\"returns\":1,");
    }

    @Test
    void reports_are_tables_json_and_csv() {
        assertThat(sluice("report", "sources", "--store", store).out())
                .startsWith("Sources (")
                .contains("web-form-a");
        assertThat(sluice("report", "sources", "--store", store, "--format", "csv")
                        .out())
                .startsWith("source,submitted,accepted,");
        assertThat(sluice("report", "funnel", "--store", store).out())
                .contains("submitted")
                .contains("100.00");
        assertThat(sluice("report", "nothing", "--store", store).status()).isEqualTo(2);
        assertThat(sluice("report", "summary", "--store", store, "--from", "soon")
                        .status())
                .isEqualTo(2);
        assertThat(sluice("report", "summary", "--store", store, "--zone", "Mars/X")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void alerts_of_the_standard_rules_and_of_a_file() throws IOException {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, """
                [{"id": "sales", "signal": "revenue", "test": {"amountReaches": 1}, "groupBy": "recipient", "cooldown": "PT0S"},
                 {"id": "quiet", "signal": "submission", "test": {"silence": true}}]
                """);

        Shell.Result sales = sluice("alerts", "--store", store, "--file", rules.toString(), "--rules", "sales");
        assertThat(sales.status()).as("there are alerts").isEqualTo(1);
        assertThat(sales.out().lines())
                .hasSizeGreaterThanOrEqualTo(delivered.size() / 2)
                .allMatch(line -> line.contains("\"rule\":\"sales\"") && line.contains("\"event_id\":\"evt_"));
        assertThat(sluice("alerts", "--store", store, "--rules", "no-leads", "--now", "2100-01-01T00:00:00Z")
                        .out())
                .contains("\"rule\":\"no-leads\"", "\"severity\":\"warning\"");
        assertThat(sluice("alerts", "--store", store, "--rules", "batch-delayed"))
                .satisfies(none -> assertThat(none.status()).isZero())
                .satisfies(none -> assertThat(none.out()).isEmpty());

        Files.writeString(rules, "[{\"id\": \"x\", \"signal\": \"luck\", \"test\": {\"silence\": true}}]");
        assertThat(sluice("alerts", "--store", store, "--file", rules.toString()))
                .satisfies(wrong -> assertThat(wrong.status()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.err()).contains("/0/signal unknown_word"));
        assertThat(sluice("alerts", "--store", store, "--file", "nowhere.json").status())
                .isEqualTo(2);
    }
}
