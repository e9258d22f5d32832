package dev.sluice.http;

import java.time.Instant;

/** Sends requests, with a token where they need one. */
final class Sender {
    private static final int UNAUTHORIZED = 401;

    private final HttpTransport transport;
    private final OAuth oauth;

    Sender(HttpTransport transport, OAuth oauth) {
        this.transport = transport;
        this.oauth = oauth;
    }

    /**
     * Sends once. A token that the recipient refuses is replaced, and the request, which was refused and so not taken, goes out
     * once more.
     *
     * @throws InvalidRequestException when there is no token to be had
     */
    Response send(Webhook.Prepared prepared, Instant now, Exchange exchange) throws TransportException {
        if (prepared.oauth().isBlank()) {
            return transport.send(prepared.request(), exchange);
        }
        String access = oauth.access(prepared.oauth(), now, exchange.deadline());
        Response response = transport.send(carrying(prepared, access), exchange);
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        oauth.refused(prepared.oauth(), access, exchange.deadline());
        String next = oauth.access(prepared.oauth(), now, exchange.deadline());
        return transport.send(carrying(prepared, next), exchange);
    }

    private static Request carrying(Webhook.Prepared prepared, String access) {
        prepared.rendered().hide(access);
        Request request = prepared.request();
        return request.headers(request.headers().set("Authorization", "Bearer " + access));
    }
}
