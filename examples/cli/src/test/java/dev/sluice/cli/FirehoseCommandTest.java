package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirehoseCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}], "fields": [{"id": "email", "type": "email"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub", "pricing": {"prices": [{"amount": 10}]}}]}
        """;

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void open() throws IOException {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        Files.writeString(folder.resolve("flow.json"), FLOW);
        run("canary@example.com", "b@example.com");
    }

    private void run(String... emails) throws IOException {
        Path leads = Files.writeString(
                folder.resolve("leads.csv"), "source,email\nweb," + String.join("\nweb,", emails) + "\n");
        Shell.Result result = sluice(
                "run",
                folder.resolve("flow.json").toString(),
                leads.toString(),
                "--store",
                store,
                "--progress",
                "none");
        assertThat(result.status()).as(result.err()).isZero();
    }

    private Shell.Result firehose(String... options) {
        List<String> words = new ArrayList<>(List.of("firehose", "--store", store));
        words.addAll(List.of(options));
        return sluice(words.toArray(String[]::new));
    }

    @Test
    void what_is_new_since_the_last_call_comes_as_files() throws IOException {
        Path out = folder.resolve("lake");
        Value first = firehose("--to", out.toString()).answer();
        Value again = firehose("--to", out.toString()).answer();
        int events = Integer.parseInt(first.part("delivered").text());

        assertThat(events).isPositive();
        assertThat(again).isEqualTo(first);
        try (Stream<Path> files = Files.list(out)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            List<Value> sent =
                    Files.readAllLines(all.get(0)).stream().map(ValueJson::read).toList();
            assertThat(sent).hasSize(events);
            assertThat(Files.readString(all.get(0))).doesNotContain("canary").contains("recipient.delivered");
        }
    }

    @Test
    void rows_into_a_database() {
        String warehouse = "jdbc:sqlite:" + folder.resolve("warehouse.db");

        Shell.Result result = firehose("--into", warehouse, "--query", "type=recipient.delivered");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.answer().part("delivered").text()).isEqualTo("2");
    }

    @Test
    void what_makes_no_sense_is_one_line_and_status_2() {
        for (String[] words : List.of(
                new String[] {},
                new String[] {"--to", "x", "--format", "papyrus"},
                new String[] {"--to", "x", "--layout", "heap"},
                new String[] {"--to", "x", "--events", "many"},
                new String[] {"--to", "x", "--stream", "a/b"})) {
            Shell.Result result = firehose(words);
            assertThat(result.status()).as(List.of(words).toString()).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
        }
    }

    @Test
    void a_way_is_tried_without_an_event() throws IOException {
        Path out = folder.resolve("lake");

        assertThat(firehose("--to", out.toString(), "--verify").status()).isZero();
        assertThat(firehose("--into", "jdbc:sqlite:" + folder.resolve("no/such.db"), "--verify")
                        .status())
                .isEqualTo(1);

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("sluice-events-test.txt");
        }
    }

    @Test
    void batches_go_over_http_once_each() throws IOException {
        List<String> bodies = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/lake", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            String[] post = {"--post", "http://127.0.0.1:" + port + "/lake", "--allow", "127.0.0.0/8,:" + port};

            assertThat(firehose("--post", post[1]).status()).isEqualTo(2);
            assertThat(firehose(post).status()).isEqualTo(1);
            Shell.Result sent = firehose(post);

            assertThat(sent.status()).as(sent.err()).isZero();
            assertThat(keys.get(0)).isEqualTo(keys.get(1)).startsWith("firehose-000000001");
            assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("recipient.delivered");
            assertThat(bodies).hasSize(2).allMatch(body -> !body.contains("canary"));
        } finally {
            server.stop(0);
        }
    }
}
