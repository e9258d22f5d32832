package dev.sluice.http;

import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.testkit.EnricherContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** The enricher against a service on a real socket. */
class HttpEnricherContractTest extends EnricherContract {
    private final RawServer service = RawServer.answering(RawServer.ok("{\"line_type\":\"mobile\"}"));
    private final RawServer silent = RawServer.of((socket, server) -> new CountDownLatch(1).await());
    private boolean isSilent;

    @AfterEach
    void close() throws IOException {
        service.close();
        silent.close();
    }

    @Override
    protected Enricher enricher() {
        return enricher(service);
    }

    @Override
    protected Enricher unanswered() {
        isSilent = true;
        return enricher(silent);
    }

    private static Enricher enricher(RawServer server) {
        return HttpEnricher.over(
                WebhookDelivery.builder().egress(server.egress()).build());
    }

    @Override
    protected Obj input() {
        return Obj.EMPTY.with("phone", Value.text("5125550100"));
    }

    @Override
    protected Obj config() {
        return Obj.EMPTY.with("url", Value.text((isSilent ? silent : service).url()));
    }
}
