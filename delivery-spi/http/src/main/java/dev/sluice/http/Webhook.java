package dev.sluice.http;

import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.RetryBudget;
import dev.sluice.http.internal.HeaderRules;
import dev.sluice.http.internal.Masker;
import dev.sluice.http.internal.Rendered;
import dev.sluice.http.internal.Setting;
import dev.sluice.http.internal.Settings;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of one recipient, compiled. Immutable, safe on any thread. */
final class Webhook {
    static final String RESPONSE = "response";
    private static final String KEY = "Idempotency-Key";
    private static final String ID = "webhook-id";
    private static final String TIMEOUT = "timeoutMs";
    private static final String PING_URL = "pingUrl";
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final long LONGEST_TIMEOUT = 600_000;
    private static final Map<String, String> ALIASES = Map.of(
            "timeout",
            TIMEOUT,
            "timeout_ms",
            TIMEOUT,
            "retry_count",
            "retryCount",
            "ping_url",
            PING_URL,
            "rate_limit",
            "rateLimit");
    /** Settings that say how to send and read, and stand in no request. */
    private static final Set<String> OURS = Set.of(
            RESPONSE,
            "breaker",
            "rateLimit",
            TIMEOUT,
            "timeout_seconds",
            PING_URL,
            "retry",
            "retryCount",
            StatusCall.STATUS);

    private final Settings request;
    private final Settings ping;
    private final boolean answersPings;
    private final ResponseReader reader;
    private final RetryPolicy retry;
    private final Duration timeout;
    private final Endpoint endpoint;
    private final RetryBudget budget;
    private final Redirects redirects;
    private final Optional<StatusCall> status;
    /** Secrets are nearly always the same; threads that race for it make equal ones. */
    private Masking masking = new Masking(List.of(), Masker.ofSecrets(List.of()));

    private Webhook(Obj config) {
        Obj sent = Setting.canonical(request(config));
        this.request = Settings.compile(sent);
        this.answersPings = !config.get(PING_URL).isBlank();
        this.ping = answersPings ? Settings.compile(sent.with(Setting.URL, config.get(PING_URL))) : request;
        this.reader = reader(config.get(RESPONSE));
        this.retry = RetryPolicy.of(config);
        this.timeout = timeout(config);
        this.endpoint = new Endpoint(config);
        this.budget = new RetryBudget(retry.budgetPercent());
        this.redirects = Redirects.of(sent);
        this.status = StatusCall.of(config);
    }

    /**
     * Compiles settings, whatever their spelling.
     *
     * @throws InvalidRequestException when they are wrong, with a pointer
     */
    static Webhook compile(Obj config) {
        Obj canonical = Obj.EMPTY;
        for (Map.Entry<String, Value> member : config.members().entrySet()) {
            canonical = canonical.with(ALIASES.getOrDefault(member.getKey(), member.getKey()), member.getValue());
        }
        return new Webhook(canonical);
    }

    private static Obj request(Obj config) {
        Obj sent = Obj.EMPTY;
        for (Map.Entry<String, Value> member : config.members().entrySet()) {
            sent = OURS.contains(member.getKey()) ? sent : sent.with(member.getKey(), member.getValue());
        }
        return sent;
    }

    /** The reader that settings describe, with places in them. */
    static ResponseReader reader(Value settings) {
        try {
            return ResponseReader.strictly(settings);
        } catch (InvalidRequestException wrong) {
            String inner = wrong.pointer().equals("/" + RESPONSE) ? "" : wrong.pointer();
            throw new InvalidRequestException("/" + RESPONSE + inner, wrong.text());
        }
    }

    private static Duration timeout(Obj config) {
        Value seconds = config.get("timeout_seconds");
        Value given = config.get(TIMEOUT);
        if (given.isAbsent() && seconds.isAbsent()) {
            return USUAL_TIMEOUT;
        }
        long millis = given instanceof Num num
                ? num.value().longValue()
                : seconds instanceof Num num ? num.value().longValue() * 1_000 : 0;
        if (millis < 1 || millis > LONGEST_TIMEOUT) {
            throw new InvalidRequestException(
                    "/" + TIMEOUT, "a time-out is a number of milliseconds, from 1 to " + LONGEST_TIMEOUT);
        }
        return Duration.ofMillis(millis);
    }

    /** The request for one lead. */
    Prepared request(DeliveryRequest asked, Rendered rendered, Egress egress) {
        return prepared(request.render(rendered), asked, egress, rendered);
    }

    /** The same for a ping. */
    Prepared ping(DeliveryRequest asked, Rendered rendered, Egress egress) {
        return prepared(ping.render(rendered), asked, egress, rendered);
    }

    /**
     * A request, and what it still needs.
     *
     * @param oauth where its token comes from; empty when it needs none
     * @param rendered knows what is to be hidden
     * @param redirects what becomes of an answer that points elsewhere
     */
    record Prepared(Request request, Obj oauth, Rendered rendered, Redirects redirects) {}

    private Prepared prepared(Obj settings, DeliveryRequest asked, Egress egress, Rendered rendered) {
        Request request = RequestBuilder.ofCanonical(settings, asked.lead())
                .at(asked.delivery().at().instant(), asked.delivery().key())
                .build(egress);
        Obj oauth = settings.get(Setting.OAUTH) instanceof Obj obj ? obj : Obj.EMPTY;
        return new Prepared(
                signed(keyed(request, asked.delivery()), settings.get(Setting.SIGNING), asked.delivery()),
                oauth,
                rendered,
                redirects);
    }

    /** The key, the same over all tries, under the two names that recipients know. */
    private static Request keyed(Request request, Delivery delivery) {
        String key = HeaderRules.value(KEY, delivery.key());
        return request.headers(request.headers().and(KEY, key).and(ID, id(key)));
    }

    /** The key as an id of a signed message, in which a dot would end it. */
    private static String id(String key) {
        return key.replace(".", "%2E");
    }

    private static Request signed(Request request, Value secrets, Delivery delivery) {
        if (secrets.isBlank()) {
            return request;
        }
        List<String> given = secrets instanceof Arr arr
                ? arr.values().stream().map(Value::text).toList()
                : List.of(secrets.text());
        List<String> usable = given.stream().filter(secret -> !secret.isBlank()).toList();
        if (usable.isEmpty()) {
            return request;
        }
        Instant at = delivery.at().instant();
        String id = request.headers().get(ID).orElseThrow();
        String signature = WebhookSignature.sign(usable, id, at, request.body().orElse(""));
        return request.headers(request.headers()
                .and("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .and("webhook-signature", signature));
    }

    /** The settings for a token. */
    Obj oauth(Rendered rendered) {
        return request.renderWithUrl(rendered, Value.text("")).get(Setting.OAUTH) instanceof Obj obj ? obj : Obj.EMPTY;
    }

    /** What hides these secrets. */
    Masker masker(List<String> secrets) {
        Masking known = masking;
        if (!known.secrets().equals(secrets)) {
            known = new Masking(secrets, Masker.ofSecrets(secrets));
            masking = known;
        }
        return known.masker();
    }

    private record Masking(List<String> secrets, Masker masker) {
        @Override
        public String toString() {
            return "masking";
        }
    }

    /** How it is asked what became of a delivery; empty when it is not. */
    Optional<StatusCall> status() {
        return status;
    }

    boolean answersPings() {
        return answersPings;
    }

    Settings settings() {
        return request;
    }

    ResponseReader reader() {
        return reader;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    RetryPolicy retry() {
        return retry;
    }

    RetryBudget budget() {
        return budget;
    }

    Duration timeout() {
        return timeout;
    }
}
