package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OAuthTest {
    private static final Instant NOW = Instant.parse("2026-03-15T14:30:00Z");
    private static final Map<String, ?> CLIENT = Map.of(
            "tokenUrl",
            "https://login.example/token",
            "clientId",
            "me",
            "clientSecret",
            "{client_secret}",
            "scope",
            "leads");

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private final List<Request> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String accepted = "";
    private volatile int tokenStatus = 200;
    private volatile String more = "";

    /** A token server that gives token-1, token-2 ..., and a recipient that takes the last. */
    private final HttpTransport transport = (request, exchange) -> {
        if (request.url().startsWith("https://login.example/")) {
            asked.add(request);
            accepted = "token-" + tokens.incrementAndGet();
            return json(tokenStatus, "{\"access_token\":\"" + accepted + "\",\"expires_in\":3600" + more + "}");
        }
        sent.add(request);
        exchange.sending().run();
        boolean known = request.headers().get("Authorization").orElse("").equals("Bearer " + accepted);
        return json(known ? 200 : 401, "{\"echo\":\"" + accepted + "\"}");
    };

    private static Response json(int status, String body) {
        return Response.of(status, Headers.NONE.and("Content-Type", "application/json"), body);
    }

    private final TokenStore store = TokenStore.inMemory();
    private final WebhookDelivery plugin = plugin(store);

    private WebhookDelivery plugin(TokenStore kept) {
        return WebhookDelivery.builder()
                .transport(transport)
                .tokens(kept)
                .secrets(name -> name.equals("client_secret") ? "CANARY" : null)
                .build();
    }

    private static Obj config(Map<String, ?> client) {
        return (Obj) Value.of(Map.of("url", "https://buyer.example/leads", "oauth", client));
    }

    private DeliveryResult deliver(Instant at) {
        Delivery delivery =
                Delivery.of("lead_1", "buyer", "key-1").at(At.utc(at)).build();
        return plugin.deliver(new DeliveryRequest(Obj.EMPTY, Scope.EMPTY, config(CLIENT), delivery, BigDecimal.ONE));
    }

    @Test
    void client_credentials_buy_a_token_that_is_used_until_just_before_its_end() {
        assertThat(deliver(NOW).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(deliver(NOW.plusSeconds(3_539)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).body()).contains("grant_type=client_credentials&scope=leads");
        assertThat(asked.get(0).headers().get("Authorization")).contains("Basic bWU6Q0FOQVJZ");

        assertThat(deliver(NOW.plusSeconds(3_540)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_refresh_token_buys_the_next() {
        more = ",\"refresh_token\":\"again\"";
        deliver(NOW);
        deliver(NOW.plusSeconds(4_000));

        assertThat(asked.get(1).body()).contains("grant_type=refresh_token&refresh_token=again");
    }

    @Test
    void a_token_that_is_refused_is_replaced_once() {
        deliver(NOW);
        accepted = "revoked by the recipient";

        assertThat(deliver(NOW).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sent).hasSize(3);
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_a_token_nothing_is_sent() {
        tokenStatus = 400;

        DeliveryResult result = deliver(NOW);

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.reason()).contains("Authentication failed");
        assertThat(result.detail().get("code").text()).isEqualTo("authentication_failed");
        assertThat(sent).isEmpty();
    }

    @Test
    void many_senders_share_one_new_token() throws Exception {
        CyclicBarrier start = new CyclicBarrier(16);
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        Thread[] senders = new Thread[16];
        for (int i = 0; i < senders.length; i++) {
            senders[i] = new Thread(() -> {
                try {
                    start.await();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                outcomes.add(deliver(NOW).outcome());
            });
            senders[i].start();
        }
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(outcomes).hasSize(16).containsOnly(Outcome.SUCCESS);
        assertThat(asked).hasSize(1);
    }

    @Test
    void tokens_and_secrets_are_shown_nowhere() {
        DeliveryResult result = deliver(NOW);

        assertThat(result.appended().text() + result.detail().text() + result + store.load("x") + asked + sent)
                .doesNotContain("token-1", "CANARY");
        assertThat(new Token("CANARY", "CANARY", NOW).toString()).doesNotContain("CANARY");
    }

    @Test
    void a_code_that_a_person_brought_is_exchanged() throws Exception {
        assertThat(OAuth.authorizationUrl(
                        "https://login.example/authorize", "me", "https://host.example/back", "a b", "s&1"))
                .isEqualTo("https://login.example/authorize?response_type=code&client_id=me"
                        + "&redirect_uri=https%3A%2F%2Fhost.example%2Fback&scope=a%20b&state=s%261");

        plugin.authorize(
                config(CLIENT),
                "the code",
                "https://host.example/back",
                NOW,
                Deadline.in(Duration.ofSeconds(5), System::nanoTime));

        assertThat(asked.get(0).body())
                .contains(
                        "grant_type=authorization_code&code=the%20code&redirect_uri=https%3A%2F%2Fhost.example%2Fback");
        assertThat(deliver(NOW).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(asked).hasSize(1);
    }
}
