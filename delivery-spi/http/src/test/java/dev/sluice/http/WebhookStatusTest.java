package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.DeliveryStatusQuery;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a delivery, asked of a real server. */
class WebhookStatusTest {
    private static final Map<String, ?> BY_KEY = Map.of("response", "outcome = json.status\nreference = json.id");

    private static Obj obj(Map<String, ?> members) {
        return (Obj) Value.of(new TreeMap<>(members));
    }

    private static Obj config(RawServer server, Map<String, ?> status) {
        return obj(Map.of("url", server.url(), "bearerToken", "{api_key}"))
                .with(
                        "status",
                        obj(Map.of("url", server.url() + "/{{lead.id}}")).merge(obj(status)));
    }

    private static WebhookDelivery plugin(RawServer server) {
        return WebhookDelivery.builder()
                .egress(server.egress())
                .secrets(name -> name.equals("api_key") ? "CANARY-1" : null)
                .build();
    }

    private static Optional<DeliveryResult> asked(RawServer server, Obj config) {
        try (WebhookDelivery plugin = plugin(server)) {
            return plugin.status(new DeliveryStatusQuery(
                    "lead_1/crm/1",
                    "lead_1",
                    "crm",
                    config,
                    At.utc(Instant.EPOCH),
                    Deadline.in(Duration.ofSeconds(10), System::nanoTime)));
        }
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " No matter\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @Test
    void a_recipient_is_asked_by_the_key_with_the_credentials_of_deliveries_and_no_key_to_repeat_by() throws Exception {
        try (RawServer server = RawServer.answering(answer(200, "{\"status\":\"accepted\",\"id\":\"L-1\"}"))) {
            DeliveryResult result = asked(server, config(server, BY_KEY)).orElseThrow();

            assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(result.reference()).contains("L-1");
            assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                    .startsWith("GET /leads/lead_1?key=lead_1%2Fcrm%2F1 HTTP/1.1")
                    .contains("Authorization: Bearer CANARY-1")
                    .doesNotContain("Idempotency-Key")
                    .doesNotContain("webhook-id"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,accepted,SUCCESS",
        "200,rejected,FAILURE",
        "200,processing,ERROR",
        "200,,ERROR",
        "404,,FAILURE",
        "400,,ERROR",
        "401,accepted,ERROR",
        "405,,ERROR",
        "409,rejected,ERROR",
        "503,accepted,ERROR"
    })
    void only_an_answer_that_speaks_of_the_lead_settles_it(int status, String word, Outcome outcome) throws Exception {
        String body = word == null ? "{}" : "{\"status\":\"" + word + "\"}";
        try (RawServer server = RawServer.answering(answer(status, body))) {
            assertThat(asked(server, config(server, BY_KEY)).orElseThrow().outcome())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void a_template_of_the_body_reads_the_key_and_a_lost_answer_says_nothing() throws Exception {
        try (RawServer server = RawServer.of((socket, self) -> self.request(socket.getInputStream()))) {
            Obj config = config(
                    server,
                    Map.of(
                            "format",
                            "json",
                            "fields",
                            new TreeMap<>(Map.of("delivery", "{{key}}", "secret", "{{secret.api_key}}")),
                            "response",
                            "outcome = json.status"));

            DeliveryResult result = asked(server, config).orElseThrow();

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(server.requests().get(0))
                    .startsWith("POST /leads/lead_1 ")
                    .endsWith("{\"delivery\":\"lead_1/crm/1\",\"secret\":\"CANARY-1\"}");
        }
    }

    @Test
    void a_secret_in_an_answer_is_hidden_and_inner_addresses_are_refused() throws Exception {
        String echo = "{\"status\":\"rejected\",\"why\":\"no CANARY-1\"}";
        try (RawServer server = RawServer.answering(answer(200, echo))) {
            Obj config = config(server, Map.of("response", "outcome = json.status\nreason = json.why"));
            assertThat(asked(server, config).orElseThrow().reason()).contains("no ****");

            Obj inner = config(server, Map.of("url", "http://169.254.169.254/{{key}}", "response", "outcome = json.x"));
            assertThat(asked(server, inner).orElseThrow().outcome()).isEqualTo(Outcome.ERROR);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void without_settings_nobody_is_asked_and_wrong_ones_are_found() throws Exception {
        try (RawServer server = RawServer.answering(answer(200, "{}"));
                WebhookDelivery plugin = plugin(server)) {
            assertThat(asked(server, obj(Map.of("url", server.url())))).isEmpty();

            assertThat(plugin.check(config(server, BY_KEY))).isEmpty();
            assertThat(plugin.check(config(server, Map.of())))
                    .extracting(ConfigProblem::pointer)
                    .containsExactly("/status");
            assertThat(plugin.check(
                            config(server, Map.of("url", "http://10.0.0.1/", "response", "outcome = (", "ur", "x"))))
                    .extracting(ConfigProblem::pointer)
                    .containsExactly("/status/ur", "/status/response");
            assertThat(plugin.check(config(server, Map.of("url", "http://10.0.0.1/", "response", "outcome = json.x"))))
                    .extracting(ConfigProblem::pointer)
                    .containsExactly("/status/url");
        }
    }
}
