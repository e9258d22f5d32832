package dev.sluice.http;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.testkit.DeliveryPluginContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** The plugin against a recipient on a real socket. */
class WebhookDeliveryContractTest extends DeliveryPluginContract {
    private static final String KEY = "Idempotency-Key: ";

    private final RawServer buyer = RawServer.answering(RawServer.ok("{\"status\":\"accepted\"}"));
    private final RawServer silent = RawServer.of((socket, server) -> new CountDownLatch(1).await());
    private boolean isSilent;

    @AfterEach
    void close() throws IOException {
        buyer.close();
        silent.close();
    }

    @Override
    protected DeliveryPlugin plugin() {
        return plugin(buyer);
    }

    @Override
    protected DeliveryPlugin unanswered() {
        isSilent = true;
        return plugin(silent);
    }

    private static DeliveryPlugin plugin(RawServer server) {
        return WebhookDelivery.builder().egress(server.egress()).build();
    }

    @Override
    protected Obj config() {
        return Obj.EMPTY.with("url", Value.text((isSilent ? silent : buyer).url()));
    }

    @Override
    protected List<String> keysSeen() {
        return buyer.requests().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(KEY))
                .map(line -> line.substring(KEY.length()))
                .toList();
    }
}
