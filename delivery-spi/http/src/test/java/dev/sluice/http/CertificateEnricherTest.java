package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateEnricherTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";
    private static final String GOOD =
            "{\"outcome\":\"success\",\"reason\":null,\"match_lead\":{\"result\":{\"success\":true}},"
                    + "\"insights\":{\"properties\":{\"age_seconds\":41,\"domain\":\"solar.example\"}}}";

    private String status = "201 Created";
    private String body = GOOD;

    private final RawServer service = RawServer.of((socket, server) -> {
        while (server.request(socket.getInputStream())) {
            String answer = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    });

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    private String home() {
        return "http://127.0.0.1:" + service.port() + "/";
    }

    private Obj config() {
        return (Obj) Value.of(Map.of(
                "apiKey", "{key}",
                "certificates", home(),
                "retain", Map.of("reference", "{{lead.email}}", "vendor", "acme"),
                "insights", Map.of("properties", List.of("age_seconds", "domain"), "required", List.of("I agree")),
                "verify", Map.of("advertiserName", "Acme")));
    }

    private CertificateEnricher enricher() {
        return CertificateEnricher.over(WebhookDelivery.builder()
                .egress(service.egress())
                .secrets(name -> "CANARY")
                .build());
    }

    private Enrichment run(String certificate, String email) {
        Obj input = Obj.EMPTY.with("certificate", Value.text(certificate)).with("email", Value.text(email));
        return enricher()
                .enrich(new EnrichmentRequest(
                        input,
                        config(),
                        "lead_1",
                        At.utc(Instant.EPOCH),
                        Deadline.in(Duration.ofSeconds(10), System::nanoTime),
                        false));
    }

    @Test
    void a_certificate_is_asked_about_as_its_protocol_says() {
        Enrichment answer = run(home() + ID + "/, https://other.example/", "kim@example.com");

        assertThat(service.requests().get(0))
                .startsWith("POST /" + ID + " HTTP/1.1\r\n")
                .contains("api-version: 4.0\r\n", "Authorization: Basic WDpDQU5BUlk=\r\n")
                .contains("\"retain\":{", "\"reference\":\"kim@example.com\"", "\"vendor\":\"acme\"")
                .contains("\"scans\":{\"required\":[\"I agree\"],\"delimiter\":\"|\"}")
                .contains("\"verify\":{\"advertiser_name\":\"Acme\"}", "\"match_lead\":{");
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.data().get("valid").text()).isEqualTo("true");
        assertThat(answer.data().get("age_seconds").text()).isEqualTo("41");
        assertThat(answer.data().get("domain").text()).isEqualTo("solar.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/0123456789abcdef0123456789abcdef01234567",
                "http://127.0.0.1:1/0123456789abcdef0123456789abcdef01234567",
                "SERVICE",
                "SERVICE../secret",
                "SERVICE0123456789abcdef0123456789abcdef0123456",
                "SERVICE0123456789abcdef0123456789abcdef0123456?",
            })
    void what_is_no_certificate_asks_nobody(String certificate) {
        Enrichment answer = run(certificate.replace("SERVICE", home()), "kim@example.com");

        assertThat(answer.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void retaining_needs_somebody() {
        assertThat(run(home() + ID, "").reason()).isEqualTo("Retaining a certificate needs an email or a phone");
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "500 Oops, ERROR, Server error",
        "410 Gone, ERROR, The certificate is past its 72-hour timeframe",
        "403 Forbidden, ERROR, Authentication failed",
        "404 Not Found, FAILURE, Certificate not found",
    })
    void what_the_service_refuses_has_a_reason(String said, Outcome outcome, String reason) {
        status = said;
        body = "{\"outcome\":\"failure\",\"reason\":\"Certificate not found\"}";

        Enrichment answer = run(home() + ID, "kim@example.com");

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void texts_that_a_page_lacks_or_has_are_counted_in_order() {
        body = "{\"outcome\":\"success\",\"insights\":{\"scans\":{\"result\":{\"success\":false,"
                + "\"required_not_found\":[\"b\",\"a\"],\"forbidden_found\":[\"free\"]}}}}";

        Enrichment answer = run(home() + ID, "kim@example.com");

        assertThat(answer.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(answer.reason()).isEqualTo("Required text not found (2): a, b; Forbidden text found (1): free");
    }

    @Test
    void wrong_settings_are_found() {
        assertThat(enricher().check(config())).isEmpty();
        assertThat(enricher().check(config().with("retain", Value.text("x"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/retain"));
        assertThat(enricher().check(config().with("claim", Value.text("x"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/claim"));
    }
}
