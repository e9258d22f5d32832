package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

/** What became of a batch. */
public sealed interface SinkResult {

    /** All of it is kept. */
    static SinkResult taken() {
        return new Taken();
    }

    /** Nothing is known to be kept; another try may work. */
    static SinkResult failed(String reason) {
        return new Failed(reason, true);
    }

    /** It will never be kept as it is: it becomes a dead letter at once. */
    static SinkResult refused(String reason) {
        return new Failed(reason, false);
    }

    /** It is kept. */
    record Taken() implements SinkResult {}

    /**
     * It is not, as far as is known.
     *
     * @param reason why, for people; no secrets, no personal values
     * @param retryable whether another try may work
     */
    record Failed(String reason, boolean retryable) implements SinkResult {
        public Failed {
            requireNonNull(reason, "reason");
        }
    }
}
