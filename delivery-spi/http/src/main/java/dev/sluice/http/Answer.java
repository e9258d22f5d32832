package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means.
 *
 * @param outcome success, failure or error
 * @param reason why; null when nothing says so
 * @param price what the recipient pays; null when the answer was not read
 * @param reference the recipient's own id of the lead, with its type; null when there is none
 * @param cookie the cookie that was looked for; null when there is none
 * @param retryAfter what the recipient says about coming again, as written; null when it says nothing
 * @param billable whether a success earns its price
 * @param appended data for the following steps
 */
public record Answer(
        Outcome outcome,
        @Nullable String reason,
        @Nullable BigDecimal price,
        @Nullable Value reference,
        @Nullable String cookie,
        @Nullable String retryAfter,
        boolean billable,
        Obj appended) {
    public Answer {
        requireNonNull(outcome, "outcome");
        requireNonNull(appended, "appended");
    }

    /** An answer of which only the outcome is known. */
    static Answer of(Outcome outcome, @Nullable String reason) {
        return new Answer(outcome, reason, null, null, null, null, true, Obj.EMPTY);
    }

    /** This as the result of a delivery. */
    public DeliveryResult result() {
        DeliveryResult result = plain();
        if (price != null) {
            result = result.price(price);
        }
        if (reference != null) {
            result = result.reference(reference.text());
        }
        for (var member : appended.members().entrySet()) {
            result = result.append(member.getKey(), member.getValue());
        }
        result = cookie == null ? result : result.append("cookie", cookie);
        result = retryAfter == null ? result : result.detail("retry_after", retryAfter);
        return billable ? result : result.notBillable();
    }

    private DeliveryResult plain() {
        String why = reason == null ? "The recipient gave no reason" : reason;
        return switch (outcome) {
            case SUCCESS -> DeliveryResult.success();
            case FAILURE -> DeliveryResult.failure(why);
            case UNKNOWN -> DeliveryResult.unknown(why);
            default -> DeliveryResult.error(why);
        };
    }

    /** The outcome and the reason. */
    @Override
    public String toString() {
        return reason == null ? outcome.text() : outcome.text() + ": " + reason;
    }
}
