package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks from the command, where the host lets them go; deliveries after their lead's end. */
class WebCommandTest {
    @TempDir
    Path folder;

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        Files.writeString(folder.resolve("flow.json"), """
            {"id": "crm", "fields": [{"id": "email", "type": "email"}], "sources": [{"id": "web"}], "steps": [
              {"id": "buyer", "type": "recipient", "plugin": "webhook", "config": {"url": "http://127.0.0.1:%d/"},
               "mappings": [{"property": "email", "value": "{{email}}"}]}]}\
            """.formatted(port));
        Files.writeString(folder.resolve("leads.csv"), "source,email\nweb,kim@example.com\n", StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Shell.Result run(String... more) {
        String[] words = new String[more.length + 5];
        words[0] = "run";
        words[1] = folder.resolve("flow.json").toString();
        words[2] = folder.resolve("leads.csv").toString();
        words[3] = "--store";
        words[4] = "jdbc:sqlite:" + folder.resolve("leads.db");
        System.arraycopy(more, 0, words, 5, more.length);
        return sluice(words);
    }

    private String[] allowed() {
        return new String[] {"--allow", "127.0.0.0/8,:" + server.getAddress().getPort(), "--threads", "2"};
    }

    private Shell.Result later(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 4);
        all[words.length] = "--store";
        all[words.length + 1] = "jdbc:sqlite:" + folder.resolve("leads.db");
        all[words.length + 2] = "--allow";
        all[words.length + 3] = allowed()[1];
        return sluice(all);
    }

    private String lead() {
        return keys.get(0).split(":", 2)[0];
    }

    @Test
    void an_address_inside_a_network_is_refused_unless_it_is_allowed() {
        Shell.Result refused = run();
        Shell.Result sent = run(allowed());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("/steps/0/config/url");
        assertThat(sent.status()).as(sent.err()).isZero();
        assertThat(keys).hasSize(1);
        assertThat(sluice("run", "a", "b", "--allow", "not/a/network").status()).isEqualTo(2);
        assertThat(sluice("run", "a", "b", "--threads", "0").status()).isEqualTo(2);
    }

    @Test
    void feedback_is_passed_on_to_the_source_that_the_file_names() throws IOException {
        run(allowed());
        String sold = "evt_" + lead() + "_4";
        Path forwards = Files.writeString(folder.resolve("forwards.json"), """
            [{"source": "web", "type": "return", "config": {"url": "http://127.0.0.1:%d/returns"},
              "ruleSet": {"lhv": "feedback.reason", "op": "is equal to", "rhv": "wrong number"}}]
            """.formatted(
                        server.getAddress().getPort()));
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "event_id,type,reason,id\n" + sold + ",return,wrong number,their-7\n" + sold
                        + ",conversion,,their-8\n");

        status = 400;
        Shell.Result refused = later("feedback", rows.toString(), "--forward", forwards.toString());

        assertThat(refused.lines().get(0)).as(refused.err()).contains("\"problem\":\"source_refused\"");
        assertThat(refused.lines().get(1)).contains("\"outcome\":\"success\"");
        assertThat(keys).hasSize(2).endsWith("their-7");
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        assertThat(sluice("events", "--store", store, "--query", "type=feedback.sent")
                        .out())
                .contains("\"outcome\":\"failure\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[{\"source\": \"web\"}]",
                "[{\"source\": \"web\", \"type\": \"return\", \"colour\": 1}]",
                "[{\"source\": \"web\", \"type\": \"return\"}]",
                "[{\"source\": \"web\", \"type\": \"return\", \"ruleSet\": 7, \"config\": {\"url\": \"https://a.example/\"}}]",
                "[",
            })
    void a_file_that_cannot_be_used_is_told_of(String json) throws IOException {
        Path forwards = Files.writeString(folder.resolve("forwards.json"), json);

        Shell.Result wrong =
                later("feedback", folder.resolve("leads.csv").toString(), "--forward", forwards.toString());

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("forwards.json");
    }

    @Test
    void a_delivery_that_failed_is_made_anew() {
        status = 503;
        run(allowed());
        status = 200;

        Shell.Result sent = later("redeliver", lead(), "buyer", "--by", "ann");
        Shell.Result again = later("redeliver", lead(), "buyer");

        assertThat(sent.status()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("recipient.delivered");
        assertThat(keys).containsExactly(lead() + ":buyer:1", lead() + ":buyer:2");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("has the lead");
    }

    @Test
    void an_unknown_delivery_is_settled_once() {
        status = 504;
        run(allowed());

        assertThat(later("settle", lead(), "buyer", "ask").status()).isEqualTo(1);
        Shell.Result settled = later("settle", lead(), "buyer", "success", "--reference", "4711", "--by", "ann");
        Shell.Result again = later("settle", lead(), "buyer", "failure");

        assertThat(settled.out()).contains("delivery.settled", "4711");
        assertThat(again.status()).isEqualTo(1);
        assertThat(later("settle", lead(), "buyer", "perhaps").status()).isEqualTo(2);
    }
}
