package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of an item.
 *
 * @param outcome success, failure (not to be had), or error (nothing is recorded; see the problem)
 * @param problem why not; empty on success
 * @param reason the same in words; never a personal value
 * @param leadId the lead, when its delivery is known
 * @param eventId the event {@code feedback.received}, when there is one
 * @param credited what the sale lost by it
 * @param repeated whether this is the first answer to the same number again
 */
public record FeedbackAnswer(
        Outcome outcome,
        Optional<Problem> problem,
        Optional<String> reason,
        Optional<String> leadId,
        Optional<String> eventId,
        BigDecimal credited,
        boolean repeated) {
    public FeedbackAnswer {
        requireNonNull(outcome, "outcome");
        requireNonNull(problem, "problem");
        requireNonNull(reason, "reason");
        requireNonNull(leadId, "leadId");
        requireNonNull(eventId, "eventId");
        requireNonNull(credited, "credited");
    }

    /** Why feedback is not taken. Those up to {@link #IN_PROGRESS} leave no event. */
    public enum Problem {
        /** No event of this account has the id. */
        UNKNOWN_EVENT,
        /** The event is no delivery that succeeded. */
        NOT_DELIVERED,
        /** The delivery was to another recipient than who says this. */
        FOREIGN_EVENT,
        /** The lead's data were erased. */
        ERASED,
        /** The lead is still on its way: try again later. */
        IN_PROGRESS,
        /** Nobody agreed to take this type from this recipient. */
        NOT_ACCEPTED,
        /** It happened before the delivery, by its own moment. */
        OUT_OF_ORDER,
        /** The delivery is longer ago than agreed. */
        TOO_OLD,
        /** The reason is none of those agreed. */
        REASON,
        /** The lead does not meet the rules. */
        RULES,
        /** More than agreed within the time. */
        LIMIT,
        /** The delivery was returned before. */
        RETURNED_BEFORE,
        /** The source did not take it. */
        SOURCE_REFUSED
    }

    static FeedbackAnswer no(Problem problem, String reason, Optional<String> lead) {
        return new FeedbackAnswer(
                Outcome.ERROR,
                Optional.of(problem),
                Optional.of(reason),
                lead,
                Optional.empty(),
                BigDecimal.ZERO,
                false);
    }
}
