package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Time;
import dev.sluice.cli.frame.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}], "fields": [{"id": "email", "type": "email"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub", "pricing": {"prices": [{"amount": 10}]}}]}
        """;
    private static final String LEADS = """
        source,submitted_at,email
        web,2026-10-01T04:00:25.000Z,a@example.com
        web,2026-10-01T05:00:25.000Z,b@example.com
        """;
    private static final String PLAN = """
        {"id": "nightly", "columns": "lead_id,status", "fileName": "leads_{date}",
         "schedule": {"times": [{"every": "day", "at": "02:00"}]},
         "transport": {"plugin": "folder", "config": {"path": "{year}"}}}
        """;

    @TempDir
    private Path folder;

    private String store;
    private String plan;

    /** A clock that stands. */
    private record Standing(Instant instant) implements Time {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(Duration duration) {}
    }

    @BeforeEach
    void run() throws IOException {
        store = Shell.stored(folder, FLOW, LEADS);
        plan = Files.writeString(folder.resolve("plan.json"), PLAN).toString();
    }

    private String at(String moment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = Streams.of(new ByteArrayInputStream(new byte[0]), out, out);
        new Commands(new Standing(Instant.parse(moment))).run(words, streams);
        streams.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String exports(String moment, String... flags) {
        return at(
                moment,
                Stream.concat(
                                Stream.of(
                                        "exports",
                                        plan,
                                        "--store",
                                        store,
                                        "--to",
                                        folder.resolve("out").toString()),
                                Stream.of(flags))
                        .toArray(String[]::new));
    }

    @Test
    void a_plan_is_kept_and_what_is_due_is_made() {
        assertThat(exports("2026-10-01T12:00:00Z")).contains("{\"plan\":\"nightly\",\"state\":\"not planned\"}");
        assertThat(exports("2026-10-01T12:00:00Z", "--plan"))
                .contains("\"state\":\"planned\",\"exports\":0,\"next\":\"2026-10-02T02:00:00.000Z\"");
        assertThat(exports("2026-10-02T02:00:10Z", "--due")).contains("sluice: 0 pieces of work done");
        assertThat(exports("2026-10-02T02:01:00Z", "--due"))
                .contains("sluice: 2 pieces of work done", "\"exports\":1", "\"last_state\":\"done\",\"last_rows\":2");
        assertThat(folder.resolve("out/2026/leads_2026-10-02_part_001.csv"))
                .content()
                .startsWith("lead_id,status\n")
                .hasLineCount(3);
        assertThat(exports("2026-10-02T02:02:00Z", "--due")).contains("sluice: 0 pieces of work done");
    }

    @Test
    void a_plan_that_is_wrong_is_told_with_its_places() throws IOException {
        Files.writeString(Path.of(plan), PLAN.replace("{date}", "{dat}").replace("folder", "pigeon"));
        assertThat(exports("2026-10-01T12:00:00Z", "--plan"))
                .contains("plan 'nightly' cannot be used: 2 errors", "/fileName", "/transport/plugin");
        Files.writeString(Path.of(plan), PLAN.replace("columns", "colums"));
        assertThat(exports("2026-10-01T12:00:00Z", "--plan")).contains("cannot be used", "/colums");
        assertThat(sluice("exports", plan).status()).isEqualTo(2);
    }
}
