package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.http.internal.HeaderRules;
import dev.sluice.types.Obj;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings files to addresses of the web by PUT or POST, over the connections, rules and secrets of a {@link WebhookDelivery}. Wired as
 * {@code .transport("http", UploadTransport.over(webhook))}; see the README of this module.
 *
 * <p>The key of a file goes out as {@code Idempotency-Key}, the same over all tries. A lost answer is unknown. Immutable and
 * safe on any thread.
 */
public final class UploadTransport implements Transport {
    private static final Set<Integer> MAY_PASS = Set.of(408, 421, 423, 425, 429, 503, 507);
    private static final FileTokens ANY =
            FileTokens.of(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "batch", "batch-1", 1);
    private static final int BROKEN = 500;

    private final WebhookDelivery webhook;

    private UploadTransport(WebhookDelivery webhook) {
        this.webhook = requireNonNull(webhook, "webhook");
    }

    /** Speaks to whom {@code webhook} may speak. */
    public static UploadTransport over(WebhookDelivery webhook) {
        return new UploadTransport(webhook);
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return Upload.check(config, ANY, webhook.secrets(), webhook.egress());
    }

    @Override
    public TransportResult put(TransportRequest request) {
        try {
            Upload upload = Upload.of(request.config(), request.tokens(), webhook.secrets());
            Request sent = upload.request(request.file(), webhook.egress());
            return sent(upload, keyed(sent, request.key()), request);
        } catch (InvalidRequestException impossible) {
            return TransportResult.refused("Not sent: " + impossible.getMessage());
        }
    }

    private static Request keyed(Request request, String key) {
        String name = "Idempotency-Key";
        return request.headers(request.headers().and(name, HeaderRules.value(name, key)));
    }

    private TransportResult sent(Upload upload, Request sent, TransportRequest request) {
        AtomicBoolean sending = new AtomicBoolean();
        Exchange exchange = new Exchange(request.deadline().within(upload.timeout()), () -> sending.set(true));
        try {
            return result(webhook.sender().send(upload.prepared(sent), upload.at(), exchange), upload.place(sent));
        } catch (TransportException none) {
            String reason = none.fault().text();
            return sending.get() ? TransportResult.unknown(reason) : TransportResult.failed(reason);
        }
    }

    private static TransportResult result(Response response, String place) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return TransportResult.delivered(place);
        }
        String reason = "The server answers " + status;
        if (MAY_PASS.contains(status)) {
            return TransportResult.failed(reason);
        }
        return status >= BROKEN ? TransportResult.unknown(reason) : TransportResult.refused(reason);
    }
}
