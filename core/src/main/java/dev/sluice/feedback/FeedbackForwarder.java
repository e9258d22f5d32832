package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
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
     */
    record Forward(String source, String leadId, FeedbackItem item, String key) {
        public Forward {
            requireNonNull(source, "source");
            requireNonNull(leadId, "leadId");
            requireNonNull(item, "item");
            requireNonNull(key, "key");
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
