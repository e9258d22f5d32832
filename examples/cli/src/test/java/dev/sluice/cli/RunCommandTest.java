package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String HEADER = "source,submitted_at,email,state,comments\n";

    @TempDir
    private Path folder;

    @Test
    void a_lead_is_a_line_with_its_members_in_order() throws IOException {
        Shell.Result result = run(HEADER + "web,2026-10-01T04:00:25.000Z,ann@example.com,TX,hello\n");

        assertThat(result.status()).isZero();
        assertThat(result.lines())
                .containsExactly("{\"lead_id\":\"lead_00000001\",\"outcome\":\"success\",\"reason\":null,\"price\":2.5,"
                        + "\"revenue\":10,\"deliveries\":[{\"recipient\":\"buyer\",\"name\":\"buyer\",\"outcome\":\"success\","
                        + "\"reason\":null,\"price\":10,\"reference\":\"" + reference(result) + "\"}]}");
    }

    private static String reference(Shell.Result result) {
        return result.answer().part("deliveries").part("0").part("reference").text();
    }

    @Test
    void csv_of_every_kind_is_read_right() throws IOException {
        String csv = "\ufeffsource,submitted_at,email,state,comments\r\n"
                + "web,2026-10-01T04:00:25.000Z,a@example.com,TX,\"two\r\nlines, and \"\"quotes\"\"\"\r\n"
                + "\r\n"
                + "web,,b@example.com,\"TX\",\r\n";

        Shell.Result result =
                run(csv, "--events", folder.resolve("events.jsonl").toString(), "--source", "web");

        assertThat(result.answers())
                .extracting(answer -> answer.part("outcome").text())
                .containsExactly("success", "success");
        assertThat(Files.readString(folder.resolve("events.jsonl"))).contains("source.submitted", "flow.completed");
    }

    @Test
    void a_line_without_a_lead_is_named_and_counted_and_the_rest_go_on() throws IOException {
        String csv = HEADER
                + "web,2026-10-01T04:00:25.000Z,a@example.com\n"
                + "web,2026-10-01T04:00:25.000Z,a@example.com,TX,x,surplus\n"
                + "web,tomorrow,a@example.com,TX,x\n"
                + ",2026-10-01T04:00:25.000Z,a@example.com,TX,x\n"
                + "web,2026-10-01T04:00:25.000Z,a@example.com,TX,\"two\nlines\"\n"
                + "web,2026-10-01T04:00:25.000Z,a@example.com\n";

        Shell.Result result = run(csv);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.lines()).hasSize(1);
        assertThat(result.err())
                .contains("line 2 holds no lead: it has 3 fields, but the header has 5")
                .contains("line 3 holds no lead: it has 6 fields, but the header has 5")
                .contains("line 4 holds no lead: submitted_at is no instant")
                .contains("line 5 holds no lead: it names no source")
                .contains("line 8 holds no lead")
                .containsPattern("lines that held no lead +5\n");
    }

    @Test
    void quotes_that_do_not_close_end_the_file_with_a_word() throws IOException {
        Shell.Result result = run(HEADER + "web,,a@example.com,TX,x\nweb,,b@example.com,TX,\"never closed\n");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.lines()).hasSize(1);
        assertThat(result.err()).contains("line 3 holds no lead");
    }

    @Test
    void a_row_of_another_character_set_is_told_and_not_guessed_at() throws IOException {
        String rows = HEADER + "web,2026-10-01T04:00:25.000Z,a@example.com,TX,Jos\u00e9\n"
                + "web,2026-10-01T04:00:25.000Z,b@example.com,TX,plain\n";

        Shell.Result latin = pipe(rows.getBytes(StandardCharsets.ISO_8859_1), "run", flow().toString());
        Shell.Result wide = pipe(rows.getBytes(StandardCharsets.UTF_16), "run", flow().toString());
        Shell.Result fine = run(rows.replace("Jos\u00e9", "\ud83d\udcff"));

        assertThat(latin.lines()).hasSize(1);
        assertThat(latin.err()).contains("line 2 holds no lead: 'comments' holds bytes that are no UTF-8");
        assertThat(wide.lines()).isEmpty();
        assertThat(wide.err()).contains("line 1 holds no lead: the header holds bytes that are no UTF-8");
        assertThat(fine.lines()).hasSize(2);
    }

    @Test
    void leads_come_in_json_lines_as_well_and_through_a_pipe() throws IOException {
        Path flow = flow();

        Shell.Result result = pipe("""
                {"source":"web","submitted_at":"2026-10-01T04:00:25.000Z","email":"a@example.com","state":"TX"}
                {"source":"web","email":7,"state":["TX"],"more":{"nested":null}}
                [1]
                """, "run", flow.toString());

        assertThat(result.lines()).hasSize(2);
        assertThat(result.err()).contains("line 3 holds no lead: it is no JSON object");
    }

    @Test
    void an_unknown_source_is_refused_and_told_apart() throws IOException {
        Shell.Result result = run(HEADER + "elsewhere,,a@example.com,TX,\n");

        assertThat(result.answer().part("lead_id")).isEqualTo(Value.text(null));
        assertThat(result.err())
                .containsPattern("not let in, not recorded +1\n")
                .containsPattern("submitted +0\n");
    }

    @Test
    void answers_go_to_a_file_when_asked() throws IOException {
        Path out = folder.resolve("answers.jsonl");

        Shell.Result result = run(HEADER + "web,,a@example.com,TX,\n", "--out", out.toString());

        assertThat(result.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(1);
    }

    @Test
    void a_store_goes_on_where_it_was_left() throws IOException {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        String csv = HEADER
                + "web,2026-10-01T04:00:25.000Z,a@example.com,TX,\n"
                + "web,2026-10-01T05:00:25.000Z,b@example.com,NY,\n";

        Shell.Result first = run(csv, "--store", store);
        Shell.Result second = run(csv, "--store", store);
        Shell.Result timeline = sluice("events", "--store", store, "--lead", "lead_00000003");

        assertThat(first.err()).doesNotContain("so far").contains("events --store " + store + " --lead lead_00000002");
        assertThat(second.err()).contains("events of 2 leads so far, 2 of them at their end");
        assertThat(second.answer().part("reason").text()).startsWith("Duplicate");
        assertThat(timeline.out())
                .contains("source.submitted")
                .contains("source.rejected")
                .contains("Duplicate");
        assertThat(sluice("events", "--store", store).lines())
                .hasSizeGreaterThan(8)
                .allMatch(line -> line.startsWith("{"));
    }

    @Test
    void rows_that_are_in_the_store_are_not_submitted_again_when_each_counts_once() throws IOException {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        String row = "web,2026-10-01T04:00:25.000Z,a@example.com,TX,\n";
        String more = "web,2026-10-01T05:00:25.000Z,b@example.com,TX,\n";

        Shell.Result first = run(HEADER + row, "--store", store, "--once");
        Shell.Result second = run(HEADER + row + more, "--store", store, "--once");
        Shell.Result third = run(HEADER + row + more, "--store", store, "--once");

        assertThat(first.status()).isZero();
        assertThat(second.lines().get(0)).isEqualTo(first.lines().get(0));
        assertThat(third.lines()).isEqualTo(second.lines());
        assertThat(sluice("events", "--store", store).lines())
                .filteredOn(line -> line.contains("source.submitted"))
                .hasSize(2);
        assertThat(sluice("verify", "--state", "--store", store).status()).isZero();
    }

    @Test
    void a_flow_that_is_wrong_is_not_run() throws IOException {
        Path flow = folder.resolve("wrong.json");
        Files.writeString(flow, "{\"id\":\"x\",\"stepps\":[]}");

        Shell.Result result = sluice("run", flow.toString(), leads(HEADER).toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("/stepps").contains("steps");
    }

    private Shell.Result run(String csv, String... options) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("run", flow().toString(), leads(csv).toString()));
        words.addAll(List.of(options));
        return sluice(words.toArray(String[]::new));
    }

    private Path leads(String csv) throws IOException {
        return Files.writeString(folder.resolve("leads.csv"), csv);
    }

    private Path flow() throws IOException {
        return Files.writeString(folder.resolve("flow.json"), """
                {"id": "small", "fields": [
                   {"id": "email", "type": "email", "required": true}, {"id": "state", "type": "state"}],
                 "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [
                   {"lhv": "lead.state", "op": "is not equal to", "rhv": "NY"}]}},
                 "duplicateCheck": {"fields": ["email"]},
                 "pricing": {"prices": [{"amount": 2.5}]},
                 "sources": [{"id": "web"}],
                 "steps": [{"id": "buyer", "type": "recipient", "plugin": "stub", "pricing": {"prices": [{"amount": 10}]},
                   "mappings": [{"property": "email", "value": "{{lead.email}}"}]}]}
                """);
    }
}
