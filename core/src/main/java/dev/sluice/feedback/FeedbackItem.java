package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a recipient says of a lead that it got. Immutable.
 *
 * @param eventId the id of the event {@code recipient.delivered}
 * @param type {@code conversion}, {@code return}, or a type of the host's own
 * @param id the sender's own number: an item with one that was handled before gets the first answer again
 * @param value what came of it: {@code sold}
 * @param reason why; clear in the log, so never a personal value
 * @param revenue what a conversion brings beside the sale
 * @param at when it happened; when it is received, if empty
 */
public record FeedbackItem(
        String eventId,
        String type,
        Optional<String> id,
        Optional<String> value,
        Optional<String> reason,
        Optional<BigDecimal> revenue,
        Optional<Instant> at) {
    /** The lead was sold, or became a customer. */
    public static final String CONVERSION = "conversion";

    /** The lead is given back. */
    public static final String RETURN = "return";

    public FeedbackItem {
        requireNonNull(eventId, "eventId");
        requireNonNull(type, "type");
        requireNonNull(id, "id");
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
        requireNonNull(revenue, "revenue");
        requireNonNull(at, "at");
    }

    /** Of a type, about a delivery. */
    public static FeedbackItem of(String type, String eventId) {
        return new FeedbackItem(
                eventId,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A conversion of a delivery. */
    public static FeedbackItem conversion(String eventId) {
        return of(CONVERSION, eventId);
    }

    /** A return of a delivery. */
    public static FeedbackItem returned(String eventId, String reason) {
        return of(RETURN, eventId).because(reason);
    }

    public FeedbackItem id(String number) {
        return new FeedbackItem(eventId, type, Optional.of(number), value, reason, revenue, at);
    }

    public FeedbackItem value(String text) {
        return new FeedbackItem(eventId, type, id, Optional.of(text), reason, revenue, at);
    }

    public FeedbackItem because(String text) {
        return new FeedbackItem(eventId, type, id, value, Optional.of(text), revenue, at);
    }

    public FeedbackItem revenue(BigDecimal amount) {
        return new FeedbackItem(eventId, type, id, value, reason, Optional.of(amount), at);
    }

    public FeedbackItem at(Instant moment) {
        return new FeedbackItem(eventId, type, id, value, reason, revenue, Optional.of(moment));
    }
}
