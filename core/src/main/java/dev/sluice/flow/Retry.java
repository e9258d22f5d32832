package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Backoff;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a delivery is tried again that broke in a way that may pass. All tries have the same delivery key. What a recipient
 * says about coming again ({@code Retry-After}) is waited for, a day at most.
 *
 * @param maxAttempts all tries, the first included; 3 by default, from 1 to 10
 * @param backoff the waits between them
 * @param on what is tried again; all by default
 * @param mode when; later, after the lead's answer, by default
 * @param budgetPercent how many further tries 100 leads may bring the recipient, beside a reserve of 10; 0, the default, for
 *     no limit. Counted in memory, by each process for itself
 */
public record Retry(int maxAttempts, Backoff backoff, Set<Cause> on, Mode mode, int budgetPercent) {
    /** Three tries, after 1 and 2 seconds, once the lead has its answer. */
    public static final Retry USUAL = new Retry(3, Backoff.USUAL, EnumSet.allOf(Cause.class), Mode.QUEUED, 0);

    public Retry {
        requireNonNull(backoff, "backoff");
        requireNonNull(mode, "mode");
        on = Set.copyOf(on);
    }

    /** This with other times. */
    public Retry backoff(Backoff other) {
        return new Retry(maxAttempts, other, on, mode, budgetPercent);
    }

    /** This with as many tries, the first included. */
    public Retry attempts(int most) {
        return new Retry(most, backoff, on, mode, budgetPercent);
    }

    /** This at another time. */
    public Retry mode(Mode other) {
        return new Retry(maxAttempts, backoff, on, other, budgetPercent);
    }

    /** When a delivery is tried again. */
    public enum Mode {
        /**
         * After the lead has gone through its other steps and has its answer, which says {@code queued}; when the host does
         * what is due.
         */
        QUEUED,
        /** At once, on the lead's thread, before its next step. */
        INLINE
    }

    /** What may pass. */
    public enum Cause {
        /** The recipient answered with a status from 500 to 599. */
        SERVER_ERROR,
        /** The recipient has no time now: 408, 425, 429. */
        BUSY,
        /** No connection, or no answer, in time; also a call that is given up because its time is over. */
        TIMEOUT,
        /** No connection, or one that broke. */
        CONNECTION,
        /** An error of a plugin that says neither a status nor a code. */
        OTHER
    }
}
