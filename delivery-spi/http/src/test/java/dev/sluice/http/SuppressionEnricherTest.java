package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionEnricherTest {
    private final Set<String> listed = new ConcurrentSkipListSet<>();
    private String broken = "";

    /** A service that speaks the documented protocol. */
    private final RawServer service = RawServer.of((socket, server) -> {
        while (server.request(socket.getInputStream())) {
            String request = server.requests().get(server.requests().size() - 1);
            socket.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    });

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    private String answer(String request) {
        String line = request.lines().findFirst().orElseThrow();
        if (!broken.isEmpty()) {
            return http(
                    broken,
                    broken.startsWith("402") ? "{\"message\":\"Unpaid account\"}" : "{\"error\":\"No such account.\"}");
        }
        if (line.startsWith("GET /exists/")) {
            String value = line.split("[/ ]")[4].replace("%40", "@");
            return listed.contains(value)
                    ? http(
                            "200 OK",
                            "{\"specified_lists\":[\"a\",\"b\"],\"key\":\"" + value
                                    + "\",\"found\":true,\"exists_in_lists\":[\"b\"],\"entries\":["
                                    + "{\"added_at\":\"2015-08-28T16:18:16Z\"},{\"added_at\":\"2015-08-27T16:18:16Z\"}]}")
                    : http("404 Not Found", "{\"specified_lists\":[\"a\"],\"key\":\"" + value + "\",\"found\":false}");
        }
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        boolean add = line.startsWith("POST /lists/bobs_list/items ");
        List.of(body.replaceAll(".*\\[|\\].*|\"", "").split(",")).forEach(add ? listed::add : listed::remove);
        return http("200 OK", add ? "{\"accepted\":1,\"rejected\":0}" : "{\"deleted\":1}");
    }

    private static String http(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private SuppressionEnricher enricher() {
        return SuppressionEnricher.changing(WebhookDelivery.builder()
                .egress(service.egress())
                .secrets(name -> name.equals("list_key") ? "CANARY" : null)
                .build());
    }

    private Obj config(String action) {
        return (Obj) Value.of(Map.of(
                "url",
                "http://127.0.0.1:" + service.port() + "/",
                "apiKey",
                "{list_key}",
                "action",
                action,
                "lists",
                action.equals("query") ? "My List,\"Bob's List\"" : "Bob's List"));
    }

    private Enrichment run(String action, String value) {
        return enricher()
                .enrich(new EnrichmentRequest(
                        Obj.EMPTY.with("values", Value.text(value)),
                        config(action),
                        "lead_1",
                        At.utc(Instant.EPOCH),
                        Deadline.in(Duration.ofSeconds(10), System::nanoTime),
                        false));
    }

    @Test
    void a_value_is_looked_for_on_several_lists() {
        listed.add("kim@example.com");

        Enrichment answer = run("query", "kim@example.com, lee@example.com");

        assertThat(service.requests().get(0))
                .startsWith("GET /exists/my_list%7Cbobs_list/kim%40example.com HTTP/1.1\r\n")
                .contains("Authorization: Basic WDpDQU5BUlk=");
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.data().get("query_item").text())
                .isEqualTo("{\"outcome\":\"success\",\"specified_lists\":[\"a\",\"b\"],\"found\":true,"
                        + "\"found_in\":[\"b\"],\"added_at\":\"2015-08-28T16:18:16Z\"}");
        assertThat(answer.data().get("query_item_found").text()).isEqualTo("true");
    }

    @Test
    void not_found_is_a_success() {
        Enrichment answer = run("query", "lee@example.com");

        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.data().get("query_item").part("found").text()).isEqualTo("false");
    }

    @Test
    void values_are_added_and_taken_off() {
        assertThat(run("add", "a@example.com,\"b,c\"").outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(service.requests().get(0)).endsWith("{\"values\":[\"a@example.com\",\"b,c\"]}");
        assertThat(listed).contains("a@example.com");

        Enrichment off = run("delete", "a@example.com");

        assertThat(off.data().get("delete_item").part("deleted").text()).isEqualTo("1");
        assertThat(listed).doesNotContain("a@example.com");
    }

    @Test
    void what_is_unique_is_added_and_is_not_unique_again() {
        Enrichment first = run("is_unique", "kim@example.com");
        Enrichment second = run("is_unique", "kim@example.com");

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(first.data()
                        .get("is_unique")
                        .part("add_item")
                        .part("accepted")
                        .text())
                .isEqualTo("1");
        assertThat(second.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(second.reason()).isEqualTo("Duplicate");
        assertThat(second.data().get("is_unique").part("outcome").text()).isEqualTo("failure");
        assertThat(service.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "400 Bad Request, ERROR, No such account",
        "401 Unauthorized, ERROR, Authentication failed",
        "402 Payment Required, FAILURE, Unpaid account",
    })
    void what_went_wrong_is_told(String status, Outcome outcome, String reason) {
        broken = status;

        for (String action : List.of("query", "is_unique")) {
            Enrichment answer = run(action, "kim@example.com");

            assertThat(answer.outcome()).isEqualTo(outcome);
            assertThat(answer.reason()).isEqualTo(reason);
        }
    }

    @Test
    void nothing_to_look_for_asks_nobody() {
        assertThat(run("query", " , ").outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void wrong_settings_are_found() {
        assertThat(enricher().check(config("query"))).isEmpty();
        assertThat(codes(enricher(), config("remove"))).containsExactly("/action invalid_setting");
        assertThat(codes(enricher(), config("add").with("lists", Value.text("a,b"))))
                .containsExactly("/lists invalid_setting");
        assertThat(codes(enricher(), config("add").with("url", Value.text("http://10.0.0.1"))))
                .containsExactly("/url url_not_public");
        assertThat(codes(enricher(), config("add").with("apiKey", Value.text("{other}"))))
                .containsExactly(" unknown_secret");
        SuppressionEnricher asking = SuppressionEnricher.asking(WebhookDelivery.create());
        assertThat(codes(asking, config("add"))).containsExactly("/action not_allowed");
        assertThat(asking.effect()).isEqualTo(Effect.REPEATABLE);
    }

    private static List<String> codes(SuppressionEnricher enricher, Obj config) {
        return enricher.check(config).stream()
                .map((ConfigProblem problem) -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
