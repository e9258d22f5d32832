package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.http.TransportException.Fault;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest {
    private static final Obj LEAD = obj(Map.of("email", "kim@example.com", "state", "TX"));
    private static final Instant NOW = Instant.parse("2026-03-15T14:30:00Z");

    private final Deque<Object> script = new ArrayDeque<>();
    private final List<Request> sent = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    /** Answers as scripted: a response, or a fault before or after the first byte. */
    private final HttpTransport transport = (request, exchange) -> {
        sent.add(request);
        Object next = script.size() > 1 ? script.removeFirst() : script.getFirst();
        if (next instanceof Fault fault) {
            throw new TransportException(fault);
        }
        exchange.sending().run();
        if (next instanceof Response response) {
            return response;
        }
        throw new TransportException(Fault.BROKEN);
    };

    private final WebhookDelivery plugin = WebhookDelivery.builder()
            .transport(transport)
            .secrets(name -> name.equals("api_key") ? "CANARY+/key 1" : null)
            .time(() -> nanos, wait -> {
                waits.add(wait);
                nanos += wait.toNanos();
            })
            .build();

    private static Obj obj(Map<String, ?> members) {
        return (Obj) Value.of(new TreeMap<>(members));
    }

    private static Obj config(Map<String, ?> more) {
        return obj(Map.of("url", "https://buyer.example/leads")).merge(obj(more));
    }

    private DeliveryResult deliver(Obj config) {
        Delivery delivery = Delivery.of("lead_1", "buyer", "key-1")
                .at(At.utc(NOW))
                .deadline(Deadline.in(Duration.ofMinutes(10), () -> nanos))
                .build();
        Scope scope = Scope.EMPTY.with(Section.LEAD, LEAD);
        return plugin.deliver(new DeliveryRequest(LEAD, scope, config, delivery, BigDecimal.ONE));
    }

    private static Response answer(int status, String body) {
        return Response.of(status, Headers.NONE.and("Content-Type", "application/json"), body);
    }

    private void answers(Object... answers) {
        script.addAll(List.of(answers));
    }

    @Test
    void a_lead_goes_out_with_its_key_and_the_answer_is_read() {
        answers(answer(200, "{\"status\":\"success\",\"lead_id\":\"12345\",\"message\":\"Lead created\"}"));

        DeliveryResult result = deliver(config(
                Map.of("response", "outcome = json.status\nreason = json.message\nrecipient.id = json.lead_id")));

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.reference()).contains("12345");
        assertThat(result.detail().get("response_code").text()).isEqualTo("200");
        assertThat(sent.get(0).headers().get("Idempotency-Key")).contains("key-1");
        assertThat(sent.get(0).headers().get("webhook-id")).contains("key-1");
        assertThat(sent.get(0).body()).contains("{\"email\":\"kim@example.com\",\"state\":\"TX\"}");
    }

    @ParameterizedTest
    @CsvSource({"502", "504"})
    void a_gateway_that_lost_the_recipient_leaves_the_lead_unknown(int status) {
        answers(answer(status, ""));

        assertThat(deliver(config(Map.of())).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "500,ERROR",
        "503,ERROR",
        "429,ERROR",
        "401,ERROR",
        "400,FAILURE",
        "404,FAILURE",
        "302,ERROR",
        "204,SUCCESS"
    })
    void a_status_is_a_definite_answer(int status, Outcome outcome) {
        answers(answer(status, ""));

        assertThat(deliver(config(Map.of())).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_lost_reply_is_unknown_and_a_fault_before_the_first_byte_an_error() {
        answers("lost");
        assertThat(deliver(config(Map.of())).outcome()).isEqualTo(Outcome.UNKNOWN);
        script.clear();
        answers(Fault.CONNECTION_TIMEOUT);
        DeliveryResult result = deliver(config(Map.of()));

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.detail().get("code").text()).isEqualTo("connection_timeout");
    }

    @Test
    void a_success_whose_body_has_no_end_is_unknown() {
        answers(answer(200, "{\"a\":").cut());

        assertThat(deliver(config(Map.of())).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void tries_go_on_under_the_same_key_with_longer_waits() {
        answers(answer(500, ""), Fault.TIMEOUT, answer(503, ""), answer(200, "{}"));

        DeliveryResult result = deliver(config(Map.of("retry_count", 3)));

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(sent).hasSize(4).allSatisfy(request -> assertThat(
                        request.headers().get("webhook-id"))
                .contains("key-1"));
    }

    @Test
    void a_lost_reply_stays_unknown_until_a_definite_answer() {
        answers("lost", Fault.CONNECTION);
        assertThat(deliver(config(Map.of("retryCount", 1))).outcome()).isEqualTo(Outcome.UNKNOWN);
        script.clear();
        answers("lost", answer(409, ""));
        assertThat(deliver(config(Map.of("retryCount", 1))).outcome()).isEqualTo(Outcome.FAILURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 401, 302})
    void what_will_not_change_is_not_tried_again(int status) {
        answers(answer(status, ""));

        deliver(config(Map.of("retryCount", 3)));

        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "'Sun, 15 Mar 2026 14:30:09 GMT',9",
        "0,1",
        "-5,1",
        "soon,1",
        "'Sun, 15 Mar 2020 14:30:09 GMT',1",
        "301,",
        "999999999999,"
    })
    void a_recipient_says_when_to_come_again(String asked, Long seconds) {
        answers(Response.of(429, Headers.NONE.and("Retry-After", asked), ""), answer(200, ""));

        deliver(config(Map.of("retryCount", 1)));

        assertThat(waits).isEqualTo(seconds == null ? List.of() : List.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void tries_end_with_the_deadline() {
        answers(answer(500, ""));

        deliver(config(Map.of("retry", Map.of("maxAttempts", 10, "initialDelayMs", 60_000, "maxDelayMs", 300_000))));

        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofMinutes(10));
        assertThat(sent).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{api_key}", "{{secret.api_key}}", "{{ secret.api_key }}"})
    void a_secret_is_sent_and_shown_nowhere(String name) {
        String echo = "CANARY+/key 1 CANARY%2B%2Fkey%201 Q0FOQVJZKy9rZXkgMQ==";
        answers(answer(400, "{\"error\":\"" + echo + "\"}"), answer(200, "{\"echo\":\"" + echo + "\"}"));
        Obj config = config(Map.of(
                "headers", Map.of("X-Key", name),
                "query", Map.of("k", name),
                "response", Map.of("reason", "json.error")));

        DeliveryResult refused = deliver(config);
        DeliveryResult taken = deliver(config);

        assertThat(sent.get(0).headers().get("X-Key")).contains("CANARY+/key 1");
        assertThat(sent.get(0).url()).endsWith("?k=CANARY%2B%2Fkey%201");
        assertThat(shown(refused) + shown(taken)).doesNotContain("CANARY", "Q0FOQVJZ");
    }

    private static String shown(DeliveryResult result) {
        return result
                + result.reason().orElse("")
                + result.appended().text()
                + result.detail().text()
                + result.reference();
    }

    @Test
    void a_recipient_that_breaks_is_left_alone_and_nothing_is_sent() {
        answers(answer(500, ""));
        Obj config = config(Map.of("breaker", Map.of("window", 3), "retryCount", 5));

        deliver(config);
        DeliveryResult left = deliver(config);

        assertThat(sent).hasSize(3);
        assertThat(left.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(left.reason()).contains("Recipient is left alone after too many errors");
    }

    @Test
    void turns_of_a_limit_are_waited_for() {
        answers(answer(200, ""));
        Obj config = config(Map.of("rateLimit", Map.of("count", 1, "perMs", 1_000)));

        deliver(config);
        deliver(config);

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_message_is_signed_under_its_key() {
        answers(answer(200, ""));

        deliver(config(Map.of("signing", List.of("{api_key}", "old secret"))));

        Request request = sent.get(0);
        assertThat(request.headers().get("webhook-timestamp")).contains(Long.toString(NOW.getEpochSecond()));
        for (String secret : List.of("CANARY+/key 1", "old secret")) {
            assertThat(WebhookSignature.verify(
                            List.of(secret),
                            "key-1",
                            NOW,
                            request.body().orElseThrow(),
                            request.headers().get("webhook-signature").orElseThrow(),
                            NOW))
                    .isTrue();
        }
    }

    @Test
    void a_buyers_reason_shows_no_value_of_the_lead() {
        answers(answer(400, "{\"error\":\"KIM@example.com is known\"}"));

        DeliveryResult result = deliver(config(Map.of("response", Map.of("reason", "json.error"))));

        assertThat(result.reason()).contains("**** is known");
    }

    @Test
    void a_secret_that_is_not_there_sends_nothing() {
        DeliveryResult result = deliver(config(Map.of("headers", Map.of("X-Key", "{other}"))));

        assertThat(result.reason()).contains("Not sent: there is no secret 'other'");
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://buyer.example/{{lead.state}}/leads, a/b, https://buyer.example/a%2Fb/leads",
        "https://buyer.example/{{lead.state}}/leads, ..%2fadmin, https://buyer.example/..%252fadmin/leads",
        "https://buyer.example/{{lead.state}}/leads, ..,",
        "https://buyer.example/{{lead.state}}/leads, .,",
        "https://buyer.example/x?s={{lead.state}}, a&b=c d+e%20, https://buyer.example/x?s=a%26b%3Dc%20d%2Be%2520",
        "https://{{lead.state}}.buyer.example/, TX, https://tx.buyer.example/",
        "https://{{lead.state}}.buyer.example/, evil.example/,",
        "https://{{lead.state}}.buyer.example/, evil.example?,",
        "https://{{lead.state}}.buyer.example/, a@b,",
        "{{lead.state}}, https://other.example/x, https://other.example/x",
        "{{lead.state}}, http://169.254.169.254/,",
        "{{lead.state}}://buyer.example/, https,",
    })
    void a_value_in_an_address_stays_in_its_place(String url, String value, String expected) {
        answers(answer(200, ""));
        Obj lead = obj(Map.of("state", value));
        Delivery delivery = Delivery.of("lead_1", "buyer", "key-1").build();

        DeliveryResult result = plugin.deliver(new DeliveryRequest(
                lead, Scope.EMPTY.with(Section.LEAD, lead), obj(Map.of("url", url)), delivery, BigDecimal.ONE));

        if (expected == null) {
            assertThat(sent).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        } else {
            assertThat(sent.get(0).url()).isEqualTo(expected);
        }
    }

    @Test
    void what_is_wrong_with_settings_is_found_with_its_place() {
        assertThat(codes(Map.of("url", "http://10.0.0.1/"))).containsExactly("/url url_not_public");
        assertThat(codes(Map.of())).containsExactly("/url url_missing");
        assertThat(codes(Map.of("url", "https://a.example/", "heders", 1))).containsExactly("/heders unknown_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "method", "GET")))
                .containsExactly("/method invalid_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "timeout", -1)))
                .containsExactly("/timeoutMs invalid_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "headers", Map.of("X", "{nope}"))))
                .containsExactly(" unknown_secret");
        assertThat(codes(Map.of("url", "https://a.example/", "headers", Map.of("Host", "x"))))
                .containsExactly("/headers/Host invalid_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "response", "outcome = = 1")))
                .containsExactly("/response invalid_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "headers", "Authorization: x")))
                .containsExactly("/headers invalid_setting");
        assertThat(codes(Map.of("url", "https://a.example/", "fields", Map.of("a", "{{#if}}"))))
                .containsExactly("/fields invalid_setting");
        assertThat(codes(Map.of("url", "{x}://a.example/"))).containsExactly("/url invalid_setting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'outcome_search_trem': 'ok'} | /response/outcome_search_trem",
                "{'rules': 'statusaware2'} | /response/rules",
                "{'capture': 'id=(.*)'} | /response/capture",
                "{'capture': {'id': '('}} | /response/capture/id",
                "{'append': 'x'} | /response/append",
                "{'outcomes': {'sold': 'great'}} | /response/outcomes/sold",
                "{'fallback_price': 'much'} | /response/fallbackPrice",
                "{'outcomeOnMatch': 'yes'} | /response/outcomeOnMatch",
                "{'pricePath': ['a']} | /response/pricePath",
                "5 | /response",
                "['x'] | /response"
            })
    void a_reading_of_answers_that_says_nothing_is_an_error(String response, String pointer) throws Exception {
        Object settings = new ObjectMapper().readValue(response.replace('\'', '"'), Object.class);

        assertThat(codes(Map.of("url", "https://a.example/", "response", settings)))
                .containsExactly(pointer + " invalid_setting");
    }

    @Test
    void signing_and_tokens_are_known_settings() {
        assertThat(codes(Map.of(
                        "url",
                        "https://a.example/",
                        "signing",
                        "{api_key}",
                        "oauth",
                        Map.of("tokenUrl", "https://a.example/token", "clientId", "a", "clientSecret", "{api_key}"))))
                .isEmpty();
        assertThat(codes(Map.of("url", "https://a.example/", "oauth", Map.of("clientSecret", "{nope}"))))
                .containsExactly(" unknown_secret");
    }

    private List<String> codes(Map<String, ?> config) {
        return plugin.check(obj(config)).stream()
                .map(WebhookDeliveryTest::shown)
                .toList();
    }

    private static String shown(ConfigProblem problem) {
        return problem.pointer() + " " + problem.code();
    }

    @Test
    void the_sample_of_the_founding_document_has_no_problems() {
        assertThat(plugin.check(obj(Map.of(
                        "url",
                        "https://api.example.com/leads",
                        "method",
                        "POST",
                        "headers",
                        Map.of("Authorization", "Bearer abc123", "Content-Type", "application/json"),
                        "timeout",
                        30_000,
                        "retry_count",
                        3))))
                .isEmpty();
    }

    @Test
    void a_ping_goes_to_an_address_of_its_own_or_nowhere() {
        answers(answer(200, "{\"bid\":\"12.50\"}"));
        DeliveryRequest asked = new DeliveryRequest(
                LEAD,
                Scope.EMPTY,
                config(Map.of("pingUrl", "https://buyer.example/ping", "response", Map.of("price", "json.bid"))),
                Delivery.of("lead_1", "buyer", "key-1").build(),
                BigDecimal.ONE);

        assertThat(plugin.ping(asked).offer()).contains(new BigDecimal("12.50"));
        assertThat(sent.get(0).url()).isEqualTo("https://buyer.example/ping");
    }
}
