package dev.sluice.http;

import java.time.Instant;
import java.util.Optional;

/** Sends requests, with a token where they need one. */
final class Sender {
    private static final int UNAUTHORIZED = 401;

    private final HttpTransport transport;
    private final OAuth oauth;
    private final Egress egress;

    Sender(HttpTransport transport, OAuth oauth, Egress egress) {
        this.transport = transport;
        this.oauth = oauth;
        this.egress = egress;
    }

    /**
     * Sends once. A token that the recipient refuses is replaced, and the request, which was refused and so not taken, goes out
     * once more.
     *
     * @throws InvalidRequestException when there is no token to be had
     */
    Response send(Webhook.Prepared prepared, Instant now, Exchange exchange) throws TransportException {
        if (prepared.oauth().isBlank()) {
            return sent(prepared.request(), prepared.redirects(), exchange);
        }
        String access = oauth.access(prepared.oauth(), now, exchange.deadline());
        Response response = sent(carrying(prepared, access), prepared.redirects(), exchange);
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        oauth.refused(prepared.oauth(), access, exchange.deadline());
        String next = oauth.access(prepared.oauth(), now, exchange.deadline());
        return sent(carrying(prepared, next), prepared.redirects(), exchange);
    }

    /** A new address that may not be spoken to is not followed: then the redirect is the answer. */
    private Response sent(Request request, Redirects redirects, Exchange exchange) throws TransportException {
        Response response = transport.send(request, exchange);
        Optional<Request> next = redirects.next(request, response);
        for (int hops = 0; next.isPresent() && hops < Redirects.MOST; hops++) {
            if (egress.refusal(next.get().url()).isPresent()) {
                return response;
            }
            response = transport.send(next.get(), exchange);
            next = redirects.next(next.get(), response);
        }
        return response;
    }

    private static Request carrying(Webhook.Prepared prepared, String access) {
        prepared.rendered().hide(access);
        Request request = prepared.request();
        return request.headers(request.headers().set("Authorization", "Bearer " + access));
    }
}
