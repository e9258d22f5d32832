package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sluice.event.Pseudonyms;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}],
         "fields": [{"id": "email", "type": "email"}, {"id": "name", "type": "string", "pii": "none"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub", "pricing": {"prices": [{"amount": 10}]}}]}
        """;
    private static final String LEADS = """
        source,submitted_at,email,name
        web,2026-10-01T04:00:25.000Z,canary@example.com,"=cmd|' /C calc'!A0"
        web,2026-10-02T04:00:25.000Z,b@example.com,"two
        lines"
        web,2026-10-03T04:00:25.000Z,c@example.com,Ann
        """;

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void run() throws IOException {
        store = Shell.stored(folder, FLOW, LEADS);
    }

    private Shell.Result export(String... options) {
        List<String> words = new ArrayList<>(List.of("export", "--store", store));
        words.addAll(List.of(options));
        return sluice(words.toArray(String[]::new));
    }

    /** Of a recorded time that lies ahead of the clock. */
    @Test
    void what_is_in_the_future_is_there_once_it_is_now() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), FLOW);
        Path leads = Files.writeString(
                folder.resolve("ahead.csv"), "source,submitted_at,email\nweb,2999-01-01T00:00:00Z,d@example.com\n");
        String ahead = "jdbc:sqlite:" + folder.resolve("ahead.db");
        sluice("run", flow.toString(), leads.toString(), "--store", ahead, "--progress", "none");

        assertThat(sluice("export", "--store", ahead, "--fields", "email").lines())
                .hasSize(1);
        assertThat(sluice("export", "--store", ahead, "--fields", "email", "--now", "2999-01-02", "--last", "2d")
                        .lines())
                .hasSize(2);
        assertThat(sluice("events", "--store", ahead, "--search", "lead_00000001")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void the_last_day_with_all_fields_as_csv() {
        Shell.Result result =
                export("--last", "24h", "--now", "2026-10-03T05:00:00Z", "--fields", "all", "--format", "csv");

        assertThat(result.status()).as(result.err()).isZero();
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(result.out()).stream().toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getField("name")).isEqualTo("***");
        assertThat(rows.get(0).getField("status")).isEqualTo("completed");
        assertThat(rows.get(0).getField("delivered_to")).isEqualTo("buyer");
        assertThat(rows.get(0).getField("email.domain")).isEqualTo("example.com");
        assertThat(result.err()).contains("export exp_1 is done: 1 rows");
    }

    @Test
    void hostile_values_stay_in_their_cells_and_run_nowhere() {
        Shell.Result result = export("--fields", "name,lead_id", "--role", "auditor");

        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(result.out()).stream().toList();
        assertThat(rows)
                .extracting(row -> row.getField("name"))
                .containsExactly("'=cmd|' /C calc'!A0", "two\nlines", "Ann");
        assertThat(result.err()).contains("1 values marked");
    }

    @Test
    void personal_values_are_masked_unless_a_role_asks() {
        assertThat(export("--fields", "email").out()).doesNotContain("canary").contains("c***@example.com");
        assertThat(export("--fields", "email", "--role", "auditor").out()).contains("canary@example.com");
        assertThat(export("--kind", "events", "--format", "ndjson").out()).doesNotContain("canary");
    }

    @Test
    void a_report_and_no_such_report() {
        Shell.Result result = export("--kind", "report", "--report", "pings");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.lines().get(0)).contains("source,pings,bids");
        assertThat(export("--kind", "report").status()).isEqualTo(2);
        assertThat(export("--kind", "report", "--report", "nothing").status()).isEqualTo(2);
    }

    @Test
    void dates_are_iso_or_plain() {
        assertThat(export("--fields", "submitted_at").lines().get(1)).matches("[0-9-]{10}T[0-9:.]{12}Z");
        assertThat(export("--fields", "submitted_at", "--dates", "plain")
                        .lines()
                        .get(1))
                .matches("[0-9-]{10} [0-9:]{8}");
        assertThat(export("--dates", "roman").status()).isEqualTo(2);
    }

    @Test
    void personal_values_as_hashes_and_tokens() throws IOException {
        String key = Files.writeString(folder.resolve("key"), "a key that is long enough\n")
                .toString();
        Pseudonyms keyed = Pseudonyms.keyed("a key that is long enough".getBytes(UTF_8));
        String[] asked = {"--fields", "email,name", "--treat", "*=hash,lead.name=tokenise"};

        Shell.Result result = export(
                Stream.concat(Stream.of(asked), Stream.of("--pseudonyms", key)).toArray(String[]::new));

        assertThat(result.lines().get(1))
                .isEqualTo(keyed.hash("canary@example.com") + "," + keyed.token("lead.name", "=cmd|' /C calc'!A0"));
        assertThat(export(asked).err()).contains("hash and tokenise need a key: --pseudonyms");
        assertThat(export("--treat", "email=rot13").status()).isEqualTo(2);
        assertThat(export("--pseudonyms", folder.resolve("none").toString()).status())
                .isEqualTo(2);
    }

    @Test
    void events_as_json() {
        Shell.Result result = export("--kind", "events", "--format", "ndjson", "--query", "type=recipient.delivered");

        assertThat(result.answers())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.part("type").text()).isEqualTo("recipient.delivered"));
    }

    @Test
    void files_in_a_folder_and_how_far_they_are() throws IOException {
        Path out = folder.resolve("out");
        Shell.Result result = export(
                "--to", out.toString(), "--rows", "2", "--name", "march", "--compress", "gzip", "--fields", "lead_id");

        assertThat(result.status()).as(result.err()).isZero();
        Value job = result.answer();
        assertThat(job.part("state").text()).isEqualTo("done");
        assertThat(job.part("rows").text()).isEqualTo("3");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("march_part_001.csv.gz", "march_part_002.csv.gz");
        }
        String id = job.part("export_id").text();
        assertThat(export("--status", id).answer().part("state").text()).isEqualTo("done");
        assertThat(export("--cancel", id).answer().part("state").text()).isEqualTo("done");
        assertThat(export("--resume", id).status()).isZero();
    }

    @Test
    void a_file_that_is_there_already_stays_and_the_export_fails() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("march_part_001.csv"), "mine");

        Shell.Result result = export("--to", out.toString(), "--name", "march");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.answer().part("state").text()).isEqualTo("failed");
        assertThat(out.resolve("march_part_001.csv")).hasContent("mine");
    }

    @Test
    void what_makes_no_sense_is_one_line_and_status_2() {
        for (String[] words : List.of(
                new String[] {"--kind", "cows"},
                new String[] {"--format", "csv", "--last", "soon"},
                new String[] {"--fields", "a,,b"},
                new String[] {"--rows", "many"},
                new String[] {"--rows", "0"},
                new String[] {"--compress", "rar"},
                new String[] {"--role", "king"},
                new String[] {"--format", "papyrus"})) {
            Shell.Result result = export(words);
            assertThat(result.status()).as(List.of(words).toString()).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
        }
        assertThat(export("--query", "start=yesterday").status()).isEqualTo(2);
        assertThat(export("--status", "exp_99").status()).isEqualTo(1);
    }
}
