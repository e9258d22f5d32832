package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.http.Egress;
import dev.sluice.http.WebhookDelivery;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flow whose buyers are webhooks, against a real server: two buyers, one of them flaky. */
class WebhookFlowTest {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile int flaky = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            boolean isFlaky = exchange.getRequestURI().getPath().startsWith("/flaky");
            byte[] answer = "{\"status\":\"success\",\"lead_id\":\"12345\",\"message\":\"Lead created\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(isFlaky ? flaky : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Two buyers in turn, each with the sample of the founding document; the second has the lead only if the first has not. */
    private String flow() {
        String config = """
                {"url": "http://127.0.0.1:%d/%s", "method": "POST",
                 "headers": {"Authorization": "Bearer abc123", "Content-Type": "application/json"},
                 "timeout": 30000, "retry_count": 3,
                 "response": "outcome = json.status\\nreason = json.message\\nrecipient.id = json.lead_id"}""";
        int port = server.getAddress().getPort();
        String mappings = "[{\"property\": \"contact.email\", \"value\": \"{{email}}\"}]";
        return "{\"id\": \"crm\", \"fields\": [{\"id\": \"email\", \"type\": \"email\"}], \"sources\": [{\"id\": \"web\"}], \"steps\": ["
                + "{\"id\": \"s1\", \"type\": \"distribute\", \"strategy\": \"waterfall\", \"recipients\": ["
                + "{\"id\": \"flaky\", \"plugin\": \"webhook\", \"config\": " + config.formatted(port, "flaky")
                + ", \"mappings\": "
                + mappings + "}, {\"id\": \"steady\", \"plugin\": \"webhook\", \"config\": "
                + config.formatted(port, "steady")
                + ", \"mappings\": " + mappings + "}]}]}";
    }

    private Submission submit() {
        int port = server.getAddress().getPort();
        WebhookDelivery webhook = WebhookDelivery.builder()
                .egress(Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(port))
                .time(System::nanoTime, wait -> {})
                .build();
        try (webhook;
                Sluice sluice = Sluice.builder().delivery("webhook", webhook).build()) {
            Flow flow = sluice.open(FlowDefinition.read(flow()));
            return flow.submit(Lead.from("web").with("email", "KIM@example.com"));
        }
    }

    @Test
    void a_lead_is_sold_with_the_sample_as_it_stands() {
        Submission answer = submit();

        assertThat(answer.deliveries()).hasToString("[flaky: success]");
        assertThat(bodies).containsExactly("/flaky {\"contact\":{\"email\":\"kim@example.com\"}}");
        assertThat(answer.events()).anyMatch(event -> event.facts().text().contains("12345"));
    }

    @Test
    void a_buyer_that_breaks_is_tried_under_one_key_and_the_next_is_asked() {
        flaky = 500;

        assertThat(submit().deliveries().toString()).contains("flaky: error", "steady: success");
        assertThat(keys).hasSize(5);
        assertThat(keys.subList(0, 4)).containsOnly(keys.get(0));
        assertThat(keys.get(4)).isNotEqualTo(keys.get(0));
    }

    @Test
    void a_buyer_that_may_have_the_lead_is_the_last() {
        flaky = 504;

        assertThat(submit().deliveries().toString()).contains("unknown").doesNotContain("steady: success");
    }
}
