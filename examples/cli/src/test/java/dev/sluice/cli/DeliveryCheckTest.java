package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedBuyerServer;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sluice check --delivery} against recipients on this machine. */
@Timeout(60)
class DeliveryCheckTest {
    private static final String RESPONSE = "\"response\": \"outcome = json.status\\nreason = json.message\"";

    @TempDir
    private Path folder;

    private Path flow(String plugin, String config) throws IOException {
        return Files.writeString(folder.resolve("flow.json"), """
            {"id": "f", "fields": [{"id": "email", "type": "email"}], "sources": [{"id": "web"}],
             "steps": [{"id": "s", "type": "distribute", "strategy": "waterfall", "recipients": [
               {"id": "first", "plugin": "%s", "config": {%s},
                "mappings": [{"property": "contact.email", "value": "{{lead.email}}", "required": true}]},
               {"id": "rest", "plugin": "log"}]}]}
            """.formatted(plugin, config));
    }

    private Shell.Result check(Path flow, int port, String... more) {
        List<String> words = new ArrayList<>(
                List.of("check", "--delivery", flow.toString(), "--json", "--allow", "127.0.0.1:" + port));
        words.addAll(List.of(more));
        return sluice(words.toArray(String[]::new));
    }

    /** The answer to one question about the first recipient. */
    private static Value point(Shell.Result result, String name) {
        return ((Arr) result.answer().part("points"))
                .values().stream()
                        .filter(point -> point.part("point").text().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> answers(Shell.Result result) {
        return ((Arr) result.answer().part("points"))
                .values().stream()
                        .map(point -> point.part("point").text() + " "
                                + point.part("answer").text())
                        .toList();
    }

    @Test
    void a_webhook_that_is_well_has_eight_answers_and_none_is_no() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow(
                    "webhook",
                    "\"url\": \"" + buyer.url() + "\", \"retryCount\": 2, \"headers\": {\"X-API-Key\": \"{key}\"}, "
                            + RESPONSE);
            Path secrets = Files.writeString(folder.resolve("secrets.json"), "{\"key\": \"s3cret-canary\"}");

            Shell.Result result = check(flow, buyer.port(), "--secrets", secrets.toString());

            assertThat(result.status()).as(result.out() + result.err()).isZero();
            assertThat(answers(result))
                    .containsExactly(
                            "endpoint yes",
                            "authentication yes",
                            "mapping yes",
                            "response yes",
                            "errors yes",
                            "retry yes",
                            "alerts open",
                            "test yes");
            assertThat(result.out() + result.err()).doesNotContain("canary");
            assertThat(buyer.received()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo("{\"contact\":{\"email\":\"test.lead@example.com\"}}");
                assertThat(request.headers()).containsEntry("x-api-key", "s3cret-canary");
            });
        }
    }

    @Test
    void what_is_missing_is_doubtful_and_nothing_is_sent_unless_wanted() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow("webhook", "\"url\": \"" + buyer.url() + "\"");

            Shell.Result quiet = check(flow, buyer.port(), "--no-send");
            Shell.Result sent = check(flow, buyer.port());

            assertThat(quiet.status()).isZero();
            assertThat(point(quiet, "test").part("answer").text()).isEqualTo("open");
            assertThat(answers(sent))
                    .contains("authentication doubtful", "response doubtful", "retry doubtful", "test yes");
            assertThat(buyer.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW, 500, connection_timeout, endpoint",
        "NONSENSE, 20000, invalid_response, response",
        "REJECT, 20000, refused, test"
    })
    void what_goes_wrong_has_a_code_and_advice(Reply reply, int timeout, String code, String at) throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.replying(reply)) {
            Shell.Result result = check(
                    flow("webhook", "\"url\": \"" + buyer.url() + "\", \"timeoutMs\": " + timeout + ", " + RESPONSE),
                    buyer.port());

            assertThat(result.status()).isEqualTo(1);
            assertThat(point(result, at).part("code").text()).as(result.out()).isEqualTo(code);
            assertThat(point(result, "test").part("code").text()).isEqualTo(code);
            assertThat(point(result, "test").part("advice").text()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, {}, authentication_failed, authentication",
        "403, {}, authentication_failed, authentication",
        "400, {}, mapping_error, mapping",
        "422, {}, mapping_error, mapping",
        "200, <html>Welcome</html>, invalid_response, response",
        "500, oops, invalid_response, response"
    })
    void what_recipients_say_is_told_apart(int status, String body, String code, String at) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            Shell.Result result =
                    check(flow("webhook", "\"url\": \"http://127.0.0.1:" + port + "/\", " + RESPONSE), port);

            assertThat(result.status()).isEqualTo(1);
            assertThat(point(result, at).part("code").text()).as(result.out()).isEqualTo(code);
            assertThat(point(result, "test").part("code").text()).isEqualTo(code);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_address_inside_a_network_and_a_secret_that_is_not_there_are_told_without_sending() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow("webhook", "\"url\": \"" + buyer.url() + "\", \"bearerToken\": \"{key}\"");

            Shell.Result refused = sluice("check", "--delivery", flow.toString(), "--json");
            Shell.Result secret = check(flow, buyer.port());

            assertThat(refused.status()).isEqualTo(1);
            assertThat(point(refused, "endpoint").part("answer").text()).isEqualTo("no");
            assertThat(point(secret, "endpoint").part("code").text()).isEqualTo("unknown_secret");
            assertThat(buyer.received()).isEmpty();
        }
    }

    @Test
    void an_email_and_a_database_are_tried_as_well() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("create table leads (delivery_key text primary key, email text)");
            String smtp = "smtp-open://127.0.0.1:" + mail.getSmtp().getPort();
            Path email = flow("email", "\"from\": \"leads@example.com\", \"to\": \"sales@example.com\"");
            Shell.Result mailed = check(email, 1, "--smtp", smtp);
            Path table = flow("database", "\"table\": \"leads\", \"columns\": {\"email\": \"{{lead.email}}\"}");
            Shell.Result stored = check(table, 1, "--database", url);
            Path nowhere = flow("database", "\"table\": \"nowhere\"");
            Shell.Result missing = check(nowhere, 1, "--database", url);

            assertThat(mailed.status()).as(mailed.out()).isZero();
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(stored.status()).as(stored.out()).isZero();
            assertThat(answers(stored)).contains("test yes");
            assertThat(missing.status()).isEqualTo(1);
            assertThat(point(missing, "endpoint").part("code").text()).isEqualTo("unknown_table");
        } finally {
            mail.stop();
        }
    }

    @Test
    void a_person_reads_a_table_and_a_lead_of_ones_own_is_sent() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow("webhook", "\"url\": \"" + buyer.url() + "\", " + RESPONSE);
            Path lead = Files.writeString(
                    folder.resolve("lead.json"), "{\"source\": \"web\", \"email\": \"kim@example.com\"}");

            Shell.Result table = sluice(
                    "check",
                    "--delivery",
                    flow.toString(),
                    "--allow",
                    "127.0.0.1:" + buyer.port(),
                    "--lead",
                    lead.toString());

            assertThat(table.out().lines().toList().get(0)).isEqualTo("first (webhook)");
            assertThat(table.out()).contains("  yes       endpoint verified", "  doubtful  retry logic appropriate");
            assertThat(buyer.received().get(0).body()).contains("kim@example.com");
        }
    }

    @Test
    void tries_of_the_step_are_tries() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow("webhook", "\"url\": \"" + buyer.url() + "\"");
            String tries = "\"plugin\": \"webhook\", \"retry\": {\"maxAttempts\": 4, \"mode\": \"inline\"},";
            Files.writeString(flow, Files.readString(flow).replace("\"plugin\": \"webhook\",", tries));

            String said = point(check(flow, buyer.port()), "retry").part("text").text();
            assertThat(said).isEqualTo("up to 4 tries, at once");
        }
    }

    @Test
    void a_preset_is_checked_as_what_it_stands_for() throws Exception {
        try (ScriptedBuyerServer buyer = ScriptedBuyerServer.accepting()) {
            Path flow = flow(
                    "webhook",
                    "\"preset\": \"generic-crm\", \"with\": {\"url\": \"" + buyer.url() + "\", \"token\": \"key-1\"}");
            Path missing = Files.writeString(
                    folder.resolve("missing.json"), Files.readString(flow).replace(", \"token\": \"key-1\"", ""));

            Shell.Result result = check(flow, buyer.port());
            Shell.Result wrong = check(missing, buyer.port());

            assertThat(result.status()).as(result.out()).isZero();
            assertThat(answers(result)).contains("authentication yes", "response yes", "retry yes", "test yes");
            assertThat(point(wrong, "endpoint").part("text").text()).contains("/with/token");
        }
    }

    @Test
    void a_preset_is_shown() {
        Shell.Result shown =
                sluice("preset", "generic-crm", "--with", "url=https://crm.example/leads,token={crm_token}");

        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("\"https://crm.example/leads\"", "\"Bearer {crm_token}\"");
        assertThat(sluice("preset", "generic-crm").status()).isEqualTo(1);
        assertThat(sluice("preset", "generic-crm").err()).contains("/with/url");
        assertThat(sluice("preset", "no-such").status()).isEqualTo(1);
        assertThat(sluice("preset", "generic-crm", "--with", "url").status()).isEqualTo(2);
    }

    @Test
    void a_call_that_makes_no_sense_is_misuse() throws IOException {
        Path flow = flow("webhook", "\"url\": \"https://example.com/\"");

        assertThat(sluice("check", "--delivery", flow.toString(), "--allow", "nowhere")
                        .status())
                .isEqualTo(2);
        assertThat(sluice("check", "--delivery", flow.toString(), "--smtp", "ftp://x:1")
                        .status())
                .isEqualTo(2);
        assertThat(sluice("check", "--delivery", flow.toString(), "--lead", "nowhere.json")
                        .status())
                .isEqualTo(2);
    }
}
