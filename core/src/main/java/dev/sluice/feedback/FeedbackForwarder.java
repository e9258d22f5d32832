package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.types.Scope;
import java.util.Optional;

/**
 * Passes feedback on to the source of a lead. Called on the thread that received it, before anything is recorded; the same
 * item may be passed on again after a crash, under the same key. An exception counts as an error of the source.
 */
@FunctionalInterface
public interface FeedbackForwarder {

    /** What the source answers; skip when it is not for the source. Never null. */
    Answer forward(Forward feedback);

    /**
     * Feedback on its way to the source.
     *
     * @param source the source's id
     * @param leadId the lead
     * @param item what the recipient said
     * @param key the same whenever the same item is passed on
     * @param account the owner of the lead
     * @param lead the data of the lead as it ended, with what was said under {@code feedback}
     * @param test whether it is a test lead
     */
    record Forward(
            String source, String leadId, FeedbackItem item, String key, String account, Scope lead, boolean test) {
        public Forward {
            requireNonNull(account, "account");
            requireNonNull(lead, "lead");
            requireNonNull(source, "source");
            requireNonNull(leadId, "leadId");
            requireNonNull(item, "item");
            requireNonNull(key, "key");
        }

        /** Without the data of the lead, of the account {@code default}. */
        public static Forward of(String source, String leadId, FeedbackItem item, String key) {
            return new Forward(source, leadId, item, key, "default", Scope.EMPTY, false);
        }
    }

    /** What a source says. */
    record Answer(Outcome outcome, Optional<String> reason) {
        public Answer {
            requireNonNull(outcome, "outcome");
            requireNonNull(reason, "reason");
        }

        /** It takes the feedback. */
        public static Answer success() {
            return new Answer(Outcome.SUCCESS, Optional.empty());
        }

        /** It does not. */
        public static Answer failure(String reason) {
            return new Answer(Outcome.FAILURE, Optional.of(reason));
        }

        /** It is not asked. */
        public static Answer skip() {
            return new Answer(Outcome.SKIP, Optional.empty());
        }
    }
}
