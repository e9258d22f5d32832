package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.RetryAfter;
import dev.sluice.delivery.RetryBudget;
import dev.sluice.flow.Retry;
import dev.sluice.flow.Retry.Cause;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recipient gets another try, and after which wait. Safe on any thread.
 *
 * @param retry null where nothing is tried again
 */
public record Further(@Nullable Retry retry, RetryBudget budget) {
    /** Nobody waits longer, whatever a recipient asks for. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int TIMED_OUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    public static Further of(@Nullable Retry retry) {
        return new Further(retry, new RetryBudget(retry == null ? 0 : retry.budgetPercent()));
    }

    boolean isInline() {
        return retry != null && retry.mode() == Retry.Mode.INLINE;
    }

    /** A lead is tried for the first time. */
    void first() {
        budget.first();
    }

    /**
     * How long to wait after the try {@code attempt} came out as {@code result}; empty when there is no other.
     *
     * @param chance from 0 to 1
     */
    Optional<Duration> waitAfter(int attempt, DeliveryResult result, Instant now, double chance) {
        Cause cause = cause(result);
        if (retry == null
                || cause == null
                || attempt >= retry.maxAttempts()
                || !retry.on().contains(cause)) {
            return Optional.empty();
        }
        Duration usual = retry.backoff().after(attempt, chance);
        Duration wait = RetryAfter.read(result.detail().get("retry_after").text(), now)
                .filter(asked -> asked.compareTo(usual) > 0)
                .orElse(usual);
        return wait.compareTo(LONGEST) <= 0 && budget.take() ? Optional.of(wait) : Optional.empty();
    }

    /** Why a try broke in a way that may pass; null for all else. */
    private static @Nullable Cause cause(DeliveryResult result) {
        if (result.outcome() != Outcome.ERROR && result.outcome() != Outcome.UNKNOWN) {
            return null;
        }
        if (result.detail().get("response_code") instanceof Num status) {
            int code = status.value().intValue();
            boolean busy = code == TIMED_OUT || code == TOO_EARLY || code == TOO_MANY;
            return busy ? Cause.BUSY : code >= BROKEN ? Cause.SERVER_ERROR : null;
        }
        Value code = result.detail().get("code");
        return switch (code.text()) {
            case "connection_timeout" -> Cause.TIMEOUT;
            case "connection_failed", "invalid_response", "not_asked" -> Cause.CONNECTION;
            case "" -> Cause.OTHER;
            default -> null;
        };
    }
}
