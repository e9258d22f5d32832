package dev.sluice.http;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.RetryAfter;
import dev.sluice.http.TransportException.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One delivery: as many tries as its policy and its deadline allow. For one thread. */
final class Tries {
    private static final Set<Integer> MAY_HAVE_ARRIVED = Set.of(502, 504);
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);
    private static final int BROKEN = 500;
    private static final int GOOD = 200;
    private static final int REDIRECT = 300;

    private static final String NOT_ASKED = "not_asked";

    private final Sender sender;
    private final Webhook webhook;
    private final Delivery delivery;
    private final LongSupplier nanos;
    private final Pause pause;
    private final DoubleSupplier chance;
    /** Whether a try may have arrived of which no definite answer came. */
    private boolean uncertain;

    private boolean sent;
    private @Nullable Response last;
    private int count;

    Tries(Sender sender, Webhook webhook, Delivery delivery, Means means) {
        this.sender = sender;
        this.webhook = webhook;
        this.delivery = delivery;
        this.nanos = means.nanos();
        this.pause = means.pause();
        this.chance = means.chance();
    }

    /**
     * What the host gives.
     *
     * @param nanos a clock that only rises
     * @param chance from 0 to 1
     */
    record Means(LongSupplier nanos, Pause pause, DoubleSupplier chance) {}

    /** Sends {@code request} until there is an answer that counts, or no more may be tried. */
    DeliveryResult run(Webhook.Prepared request) {
        webhook.budget().first();
        DeliveryResult result = once(request);
        for (Optional<Duration> wait = waitBefore(result); wait.isPresent(); wait = waitBefore(result)) {
            pause.await(wait.get());
            if (Thread.currentThread().isInterrupted() || delivery.deadline().passed()) {
                break;
            }
            result = once(request);
        }
        return uncertain ? unknown(result) : result;
    }

    /** The last answer, when one came. */
    Optional<Response> last() {
        return Optional.ofNullable(last);
    }

    /** How often was tried. */
    int count() {
        return count;
    }

    private DeliveryResult once(Webhook.Prepared request) {
        count++;
        sent = false;
        last = null;
        Optional<String> refusal = webhook.endpoint().refusal(nanos.getAsLong());
        if (refusal.isPresent()) {
            return DeliveryResult.error(refusal.get()).detail("code", NOT_ASKED);
        }
        Duration turn = webhook.endpoint().turn(nanos.getAsLong());
        if (turn.compareTo(delivery.deadline().left()) >= 0 && !turn.isZero()) {
            return DeliveryResult.error("Rate limit of the recipient reached").detail("code", NOT_ASKED);
        }
        if (!turn.isZero()) {
            pause.await(turn);
        }
        return asked(request);
    }

    private DeliveryResult asked(Webhook.Prepared request) {
        try {
            Response response = sender.send(request, delivery.at().instant(), new Exchange(deadline(), this::sending));
            last = response;
            webhook.endpoint().answered(response.status(), nanos.getAsLong());
            uncertain = isUncertain(response);
            return webhook.reader().read(response).result().detail("response_code", response.status());
        } catch (InvalidRequestException refused) {
            webhook.endpoint().failed(nanos.getAsLong());
            return DeliveryResult.error("Authentication failed").detail("code", "authentication_failed");
        } catch (TransportException none) {
            webhook.endpoint().failed(nanos.getAsLong());
            uncertain = uncertain || sent;
            return DeliveryResult.error(none.fault().text()).detail("code", code(none.fault()));
        }
    }

    private void sending() {
        sent = true;
        delivery.sending();
    }

    private Deadline deadline() {
        return delivery.deadline().within(webhook.timeout(), nanos);
    }

    /** A gateway says that it lost the recipient; a success that cannot be read to its end says only that it arrived. */
    private static boolean isUncertain(Response response) {
        boolean good = response.status() >= GOOD && response.status() < REDIRECT;
        return MAY_HAVE_ARRIVED.contains(response.status()) || (good && response.isCut());
    }

    private static String code(Fault fault) {
        return switch (fault) {
            case REFUSED, NAME, CONNECTION, SECURITY -> "connection_failed";
            case CONNECTION_TIMEOUT, TIMEOUT -> "connection_timeout";
            case BROKEN, NONSENSE -> "invalid_response";
        };
    }

    private static DeliveryResult unknown(DeliveryResult result) {
        DeliveryResult unknown = DeliveryResult.unknown(
                result.reason()
                                .filter(reason -> result.outcome() == Outcome.ERROR)
                                .orElse("Invalid response") + "; the lead may have arrived");
        for (var fact : result.detail().members().entrySet()) {
            unknown = unknown.detail(fact.getKey(), fact.getValue());
        }
        return unknown;
    }

    /** How long to wait for another try; empty when there is none. */
    private Optional<Duration> waitBefore(DeliveryResult result) {
        if (count >= webhook.retry().attempts() || result.outcome() != Outcome.ERROR || !mayPass(result)) {
            return Optional.empty();
        }
        Optional<Duration> asked = last().flatMap(response -> response.headers().get("Retry-After"))
                .flatMap(written -> RetryAfter.read(written, delivery.at().instant()));
        Duration usual = webhook.retry().backoff().after(count, chance.getAsDouble());
        Duration wait = asked.filter(longer -> longer.compareTo(usual) > 0).orElse(usual);
        boolean inTime = wait.compareTo(delivery.deadline().left()) < 0
                && asked.filter(longer -> longer.compareTo(RetryPolicy.LONGEST_ASKED) > 0)
                        .isEmpty();
        return inTime && webhook.budget().take() ? Optional.of(wait) : Optional.empty();
    }

    private boolean mayPass(DeliveryResult result) {
        if (last == null) {
            return !result.detail().get("code").text().equals(NOT_ASKED)
                    && !result.reason().orElse("").equals(Fault.REFUSED.text());
        }
        return MAY_PASS.contains(last.status()) || last.status() >= BROKEN;
    }
}
