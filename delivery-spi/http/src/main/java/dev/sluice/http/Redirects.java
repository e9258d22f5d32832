package dev.sluice.http;

import dev.sluice.http.internal.Setting;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What becomes of an answer that points elsewhere. */
enum Redirects {
    /** It is the answer. */
    IGNORED,
    /**
     * It is followed where that is safe: the new address is judged like any other, what has a body is never sent to another
     * host, credentials stay with the first, and nothing goes from a secure connection to an open one.
     */
    FOLLOWED;

    static final int MOST = 5;
    private static final int SEE_OTHER = 303;
    private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
    private static final Set<Integer> SAME_METHOD = Set.of(307, 308);

    /** What settings say, which must name it: by default nothing is followed. */
    static Redirects of(Obj settings) {
        Value given = settings.get(Setting.FOLLOW_REDIRECTS);
        boolean on = given == Bool.TRUE
                || (given instanceof Text text && text.value().strip().equalsIgnoreCase("true"));
        return on ? FOLLOWED : IGNORED;
    }

    /** The request that {@code answer} asks for; empty when it is an answer, or must not be followed. */
    Optional<Request> next(Request request, Response answer) {
        if (this == IGNORED || !(MOVED.contains(answer.status()) || answer.status() == SEE_OTHER)) {
            return Optional.empty();
        }
        return target(request, answer).flatMap(target -> following(request, answer.status(), target));
    }

    private static Optional<URI> target(Request request, Response answer) {
        try {
            return answer.headers().get("Location").map(URI.create(request.url())::resolve);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Request> following(Request request, int status, URI target) {
        URI from = URI.create(request.url());
        boolean opened = "https".equals(from.getScheme()) && !"https".equals(target.getScheme());
        if (opened || target.getHost() == null) {
            return Optional.empty();
        }
        boolean home = origin(from).equals(origin(target));
        if (request.file().isPresent()) {
            return Optional.empty();
        }
        if (request.body().isEmpty() && !request.method().equals("DELETE")) {
            return Optional.of(
                    Request.of(request.method(), target.toString(), home ? request.headers() : plain(request)));
        }
        if (status == SEE_OTHER) {
            return Optional.of(Request.of("GET", target.toString(), plain(request)));
        }
        return home && SAME_METHOD.contains(status)
                ? request.body().map(body -> Request.of(request.method(), target.toString(), request.headers())
                        .body(body))
                : Optional.empty();
    }

    /** What another host may see of the headers. */
    private static Headers plain(Request request) {
        return request.headers()
                .get("Accept")
                .map(accept -> Headers.NONE.and("Accept", accept))
                .orElse(Headers.NONE);
    }

    private static String origin(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }
}
