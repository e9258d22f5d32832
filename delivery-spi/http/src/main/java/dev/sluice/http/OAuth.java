package dev.sluice.http;

import dev.sluice.delivery.Deadline;
import dev.sluice.http.internal.body.Field;
import dev.sluice.http.internal.body.FormText;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of OAuth 2: by client credentials, by a refresh token, or by a code that a person brought. A token is kept until a
 * minute before it ends; of many senders that need a new one, one asks and the others wait for it.
 */
public final class OAuth {
    private static final long EARLY_SECONDS = 60;
    /** How long a token counts whose server does not say. */
    private static final long USUAL_SECONDS = 300;

    private static final long LONGEST_SECONDS = 365L * 24 * 3_600;

    private final HttpTransport transport;
    private final TokenStore store;
    private final Egress egress;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    OAuth(HttpTransport transport, TokenStore store, Egress egress) {
        this.transport = transport;
        this.store = store;
        this.egress = egress;
    }

    /**
     * The address at which a person lets this client in. What comes back there is given to {@link WebhookDelivery#authorize}.
     *
     * @param state text that only this host knows, to be compared when the code comes back
     */
    public static String authorizationUrl(
            String authorizeUrl, String clientId, String redirectUri, String scope, String state) {
        StringJoiner query = new StringJoiner("&", authorizeUrl.indexOf('?') < 0 ? "?" : "&", "");
        query.add("response_type=code")
                .add("client_id=" + FormText.encode(clientId))
                .add("redirect_uri=" + FormText.encode(redirectUri))
                .add("scope=" + FormText.encode(scope))
                .add("state=" + FormText.encode(state));
        return authorizeUrl + query;
    }

    /** The token for {@code settings}, from the store or from the server. */
    String access(Obj settings, Instant now, Deadline deadline) throws TransportException {
        String name = name(settings);
        Token known = store.load(name);
        if (known != null && isFresh(known, now)) {
            return known.access();
        }
        return inTurn(name, deadline, () -> {
            Token fresh = store.load(name);
            return fresh != null && isFresh(fresh, now) ? fresh.access() : asked(settings, fresh, now, deadline);
        });
    }

    /** Forgets the token that a recipient refused, unless another sender has got a new one by now. */
    void refused(Obj settings, String access, Deadline deadline) throws TransportException {
        String name = name(settings);
        inTurn(name, deadline, () -> {
            Token known = store.load(name);
            if (known != null && known.access().equals(access)) {
                store.save(name, known.refresh() == null ? null : new Token(access, known.refresh(), Instant.EPOCH));
            }
            return access;
        });
    }

    private interface Turn {
        String take() throws TransportException;
    }

    private String inTurn(String name, Deadline deadline, Turn turn) throws TransportException {
        ReentrantLock lock = locks.computeIfAbsent(name, any -> new ReentrantLock());
        try {
            if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TransportException(TransportException.Fault.CONNECTION_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Fault.CONNECTION_TIMEOUT, e);
        }
        try {
            return turn.take();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isFresh(Token token, Instant now) {
        return token.expires().minusSeconds(EARLY_SECONDS).isAfter(now);
    }

    private static String name(Obj settings) {
        return text(settings, "tokenUrl") + " " + text(settings, "clientId") + " " + text(settings, "scope");
    }

    private String asked(Obj settings, @Nullable Token old, Instant now, Deadline deadline) throws TransportException {
        String refresh = old != null && old.refresh() != null ? old.refresh() : text(settings, "refreshToken");
        Token token = token(settings, grant(settings, refresh), refresh, now, deadline);
        store.save(name(settings), token);
        return token.access();
    }

    private static Obj grant(Obj settings, String refresh) {
        if (!refresh.isEmpty()) {
            return Obj.EMPTY.with("grant_type", Value.text("refresh_token")).with("refresh_token", Value.text(refresh));
        }
        Obj grant = Obj.EMPTY.with("grant_type", Value.text("client_credentials"));
        String scope = text(settings, "scope");
        return scope.isEmpty() ? grant : grant.with("scope", Value.text(scope));
    }

    /** Exchanges the code that a person brought for a token, and keeps it. */
    void exchange(Obj settings, String code, String redirectUri, Instant now, Deadline deadline)
            throws TransportException {
        Obj grant = Obj.EMPTY
                .with("grant_type", Value.text("authorization_code"))
                .with("code", Value.text(code))
                .with("redirect_uri", Value.text(redirectUri));
        store.save(name(settings), token(settings, grant, "", now, deadline));
    }

    private Token token(Obj settings, Obj grant, String refresh, Instant now, Deadline deadline)
            throws TransportException {
        Response response = transport.send(request(settings, grant), new Exchange(deadline, () -> {}));
        Obj answer = ResponseReader.standard().read(response).appended();
        String access = answer.get("access_token").text();
        if (response.status() != 200 || access.isEmpty()) {
            throw new InvalidRequestException("/oauth", "the token server refused with status " + response.status());
        }
        String next = answer.get("refresh_token").text();
        long seconds = Seconds.of(answer.get("expires_in").text()).orElse(USUAL_SECONDS);
        return new Token(
                access,
                next.isEmpty() ? (refresh.isEmpty() ? null : refresh) : next,
                now.plusSeconds(Math.min(seconds, LONGEST_SECONDS)));
    }

    /** The client shows who it is by Basic; with {@code "clientIn": "body"} in the form. */
    private Request request(Obj settings, Obj grant) {
        Obj form = grant;
        Headers headers = Headers.NONE
                .and("Content-Type", "application/x-www-form-urlencoded")
                .and("Accept", "application/json");
        String id = text(settings, "clientId");
        String secret = text(settings, "clientSecret");
        if (text(settings, "clientIn").equals("body")) {
            form = form.with("client_id", Value.text(id)).with("client_secret", Value.text(secret));
        } else {
            String pair = FormText.encode(id) + ":" + FormText.encode(secret);
            headers = headers.and(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        String url = text(settings, "tokenUrl");
        egress.refusal(url).ifPresent(refusal -> {
            throw new InvalidRequestException("/oauth/tokenUrl", refusal.text());
        });
        return Request.of("POST", url, headers).body(FormText.encoded(Field.dotted(form)));
    }

    private static String text(Obj settings, String name) {
        return settings.get(name).text().strip();
    }

    /** Whole seconds as servers write them. */
    private static final class Seconds {
        private static final int MOST_DIGITS = 12;

        static Optional<Long> of(String text) {
            boolean digits = !text.isEmpty()
                    && text.length() <= MOST_DIGITS
                    && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
        }
    }
}
