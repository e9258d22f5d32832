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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cuts the first connection at every byte; a recipient that honours the key then has one lead, whatever was tried. */
@Timeout(120)
class FaultInjectionTest {
    private static final String ANSWER = RawServer.ok("{\"ok\":true}");
    private static final String KEY = "Idempotency-Key: ";

    /** The keys of whole requests, each kept once. */
    private final List<String> leads = new CopyOnWriteArrayList<>();

    private void keep(RawServer server) {
        String request = server.requests().get(server.requests().size() - 1);
        request.lines()
                .filter(line -> line.startsWith(KEY))
                .map(line -> line.substring(KEY.length()))
                .filter(key -> !leads.contains(key))
                .forEach(leads::add);
    }

    private DeliveryResult deliver(RawServer server, int retries) {
        try (WebhookDelivery plugin = WebhookDelivery.builder()
                .egress(server.egress())
                .time(System::nanoTime, wait -> {})
                .build()) {
            Obj config = (Obj) Value.of(Map.of("url", server.url(), "retryCount", retries));
            Obj lead = Obj.EMPTY.with("email", Value.text("kim@example.com"));
            Delivery delivery = Delivery.of("lead_1", "buyer", "key-1").build();
            return plugin.deliver(new DeliveryRequest(lead, Scope.EMPTY, config, delivery, BigDecimal.ONE));
        }
    }

    private RawServer cuttingFirst(RawServer.Behaviour cut) {
        AtomicBoolean first = new AtomicBoolean(true);
        return RawServer.of((socket, server) -> {
            if (first.getAndSet(false)) {
                cut.on(socket, server);
            } else {
                answer(socket, server, ANSWER.length());
            }
        });
    }

    private void answer(Socket socket, RawServer server, int end) throws Exception {
        if (server.request(socket.getInputStream())) {
            keep(server);
            socket.getOutputStream().write(ANSWER.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    @Test
    void an_answer_cut_anywhere_makes_one_lead() throws Exception {
        for (int cut = 0; cut < ANSWER.length(); cut++) {
            int end = cut;
            leads.clear();
            try (RawServer server = cuttingFirst((socket, itself) -> answer(socket, itself, end))) {
                assertThat(deliver(server, 1).outcome()).as("cut at %s", cut).isEqualTo(Outcome.SUCCESS);
                assertThat(server.requests()).as("cut at %s", cut).hasSize(2);
                assertThat(leads).as("cut at %s", cut).containsExactly("key-1");
            }
        }
    }

    @Test
    void an_answer_cut_anywhere_and_no_other_try_leaves_the_lead_unknown() throws Exception {
        for (int cut = 0; cut < ANSWER.length(); cut++) {
            int end = cut;
            try (RawServer server = cuttingFirst((socket, itself) -> answer(socket, itself, end))) {
                assertThat(deliver(server, 0).outcome()).as("cut at %s", cut).isEqualTo(Outcome.UNKNOWN);
                assertThat(server.requests()).as("cut at %s", cut).hasSize(1);
            }
        }
    }

    @Test
    void a_request_cut_anywhere_makes_one_lead() throws Exception {
        int whole;
        try (RawServer server = cuttingFirst((socket, itself) -> answer(socket, itself, ANSWER.length()))) {
            deliver(server, 0);
            whole = server.requests().get(0).length();
        }
        for (int cut = 0; cut < whole; cut += 7) {
            int end = cut;
            leads.clear();
            try (RawServer server = cuttingFirst((socket, itself) -> {
                socket.getInputStream().readNBytes(end);
                socket.setSoLinger(true, 0);
            })) {
                assertThat(deliver(server, 1).outcome()).as("cut at %s", cut).isEqualTo(Outcome.SUCCESS);
                assertThat(leads).as("cut at %s", cut).containsExactly("key-1");
            }
        }
    }
}
