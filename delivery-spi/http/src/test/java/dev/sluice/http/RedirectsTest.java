package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
    private static final String HOME = "https://buyer.example/leads";

    private final List<Request> sent = new ArrayList<>();

    private DeliveryResult deliver(String follows, String format, int status, String location) {
        WebhookDelivery plugin = WebhookDelivery.builder()
                .transport((request, exchange) -> {
                    sent.add(request);
                    return sent.size() > 1
                            ? Response.of(200, Headers.NONE, "")
                            : Response.of(status, Headers.NONE.and("Location", location), "");
                })
                .secrets(name -> "CANARY")
                .build();
        Obj config = (Obj) Value.of(Map.of(
                "url", HOME, "format", format, "follow_redirects", follows, "headers", Map.of("X-Key", "{key}")));
        return plugin.deliver(new DeliveryRequest(
                Obj.EMPTY.with("a", Value.text("1")),
                Scope.EMPTY,
                config,
                Delivery.of("lead_1", "buyer", "key-1").build(),
                BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "json, 301, https://buyer.example/moved",
        "json, 302, https://buyer.example/moved",
        "json, 307, https://other.example/",
        "json, 308, https://buyer.example:8443/",
        "json, 307, http://buyer.example/moved",
        "query, 302, http://buyer.example/moved",
        "query, 302, https://169.254.169.254/latest",
        "query, 302, https://localhost/",
        "query, 302, ftp://other.example/",
        "query, 302, https://user:pw@other.example/",
        "query, 302, ':not an address'",
        "query, 304, https://other.example/",
    })
    void what_is_not_safe_is_not_followed(String format, int status, String location) {
        DeliveryResult result = deliver("true", format, status, location);

        assertThat(sent).hasSize(1);
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"json, 307", "query, 302", "json, 303"})
    void nothing_is_followed_unless_it_is_asked_for(String format, int status) {
        deliver("", format, status, "/moved");

        assertThat(sent).hasSize(1);
    }

    @Test
    void a_body_is_sent_again_to_the_same_host_only() {
        DeliveryResult result = deliver("true", "json", 307, "/moved");

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sent.get(1).url()).isEqualTo("https://buyer.example/moved");
        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
        assertThat(sent.get(1).headers().get("Idempotency-Key")).contains("key-1");
    }

    @Test
    void another_host_sees_neither_body_nor_credentials() {
        deliver("true", "json", 303, "https://other.example/see");

        assertThat(sent.get(1).method()).isEqualTo("GET");
        assertThat(sent.get(1).url()).isEqualTo("https://other.example/see");
        assertThat(sent.get(1).body()).isEmpty();
        assertThat(sent.get(1).headers()).hasToString("[Accept]");
    }

    @Test
    void a_query_is_followed_to_another_host() {
        DeliveryResult result = deliver("true", "query", 302, "https://other.example/see");

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sent.get(1).headers()).hasToString("[Accept]");
    }

    @Test
    void a_circle_ends() {
        WebhookDelivery plugin = WebhookDelivery.builder()
                .transport((request, exchange) -> {
                    sent.add(request);
                    return Response.of(302, Headers.NONE.and("Location", HOME), "");
                })
                .build();
        Obj config = (Obj) Value.of(Map.of("url", HOME, "format", "query", "follow_redirects", true));

        plugin.deliver(new DeliveryRequest(
                Obj.EMPTY, Scope.EMPTY, config, Delivery.of("l", "b", "k").build(), BigDecimal.ONE));

        assertThat(sent).hasSize(1 + Redirects.MOST);
    }
}
