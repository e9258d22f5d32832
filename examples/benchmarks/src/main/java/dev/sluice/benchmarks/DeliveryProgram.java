package dev.sluice.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.http.Egress;
import dev.sluice.http.Exchange;
import dev.sluice.http.Headers;
import dev.sluice.http.HttpTransport;
import dev.sluice.http.PooledTransport;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.WebhookDelivery;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Deliveries of twenty fields over loopback beside the bare client doing the same posts, in one run and by turns: {@code
 * DeliveryProgram [threads] [rounds] [posts a turn]}. The first contestant is what the others are compared with.
 */
public final class DeliveryProgram {
    private static final int FIELDS = 20;

    private DeliveryProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int threads = number(args, 0, 64);
        try (LoopbackServer server = new LoopbackServer()) {
            new Turns(threads, number(args, 2, 4_000), server.threadId())
                    .run(contestants(server, threads), number(args, 1, 24));
        }
    }

    private static int number(String[] args, int at, int usual) {
        return args.length > at ? Integer.parseInt(args[at]) : usual;
    }

    private static Map<String, Turns.Post> contestants(LoopbackServer server, int threads) {
        Egress egress = Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(server.port());
        AtomicReference<Request> seen = new AtomicReference<>();
        WebhookDelivery silent = WebhookDelivery.builder()
                .egress(egress)
                .transport(answering(seen))
                .build();
        DeliveryRequest lead = lead(server.url());
        silent.deliver(lead);
        Request request = requireNonNull(seen.get());
        PooledTransport transport = PooledTransport.builder().egress(egress).build();
        WebhookDelivery webhook = WebhookDelivery.builder().egress(egress).build();
        Map<String, Turns.Post> all = new LinkedHashMap<>();
        all.put("bare client", bare(request, threads));
        all.put("transport", () -> transport.send(request, exchange()));
        all.put("delivery", () -> delivered(webhook, lead));
        all.put("without network", () -> delivered(silent, lead));
        return all;
    }

    private static Exchange exchange() {
        return new Exchange(Deadline.in(Duration.ofSeconds(30), System::nanoTime), () -> {});
    }

    private static void delivered(WebhookDelivery webhook, DeliveryRequest lead) throws IOException {
        if (webhook.deliver(lead).outcome() != Outcome.SUCCESS) {
            throw new IOException("not delivered");
        }
    }

    private static Turns.Post bare(Request request, int connections) {
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .build())
                .build();
        byte[] body = request.bytes();
        return () -> {
            HttpPost post = new HttpPost(request.url());
            request.headers().forEach(post::addHeader);
            post.setEntity(new ByteArrayEntity(body, null));
            client.execute(post, answer -> EntityUtils.toByteArray(answer.getEntity()));
        };
    }

    private static HttpTransport answering(AtomicReference<Request> seen) {
        return (request, exchange) -> {
            seen.set(request);
            exchange.sending().run();
            return Response.of(
                    200,
                    Headers.NONE.and("Content-Type", "application/json").and("Content-Length", "44"),
                    LoopbackServer.BODY);
        };
    }

    private static DeliveryRequest lead(String url) {
        Obj lead = Obj.EMPTY;
        for (int i = 0; i < FIELDS; i++) {
            lead = lead.with("field_" + i, Value.text("a value of " + i));
        }
        Obj config = Obj.EMPTY
                .with("url", Value.text(url))
                .with("response", Value.text("outcome = json.status\nrecipient.id = json.lead_id"));
        Delivery delivery = Delivery.of("lead-1", "crm", "lead-1/crm/1")
                .at(At.utc(Instant.parse("2026-03-01T00:00:00Z")))
                .deadline(Deadline.in(Duration.ofDays(1), System::nanoTime))
                .build();
        return new DeliveryRequest(lead, Scope.EMPTY.with(Section.LEAD, lead), config, delivery, BigDecimal.ZERO);
    }
}
