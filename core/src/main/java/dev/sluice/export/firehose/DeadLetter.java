package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A batch that a sink did not take. The events are in the log; this says which.
 *
 * @param number from 1 in its stream
 * @param sequence the number that the batch had
 * @param events how many
 * @param at when it was given up
 * @param reason why
 * @param redelivered whether the sink has taken it since
 */
public record DeadLetter(long number, long sequence, int events, Instant at, String reason, boolean redelivered) {
    public DeadLetter {
        requireNonNull(at, "at");
        requireNonNull(reason, "reason");
    }
}
