package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The waits between tries, each longer than the one before by the same factor.
 *
 * @param initial the first wait
 * @param longest no wait is longer
 * @param multiplier how many times the wait before each wait is, at least 1
 * @param jitterPercent by how much chance may shorten a wait, from 0 to 100, so that many do not come again at once
 */
public record Backoff(Duration initial, Duration longest, BigDecimal multiplier, int jitterPercent) {
    /** From 1 second to 30, each wait twice the one before, without jitter. */
    public static final Backoff USUAL =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), BigDecimal.valueOf(2), 0);

    private static final double HUNDRED = 100;

    public Backoff {
        requireNonNull(initial, "initial");
        requireNonNull(longest, "longest");
        multiplier = multiplier.stripTrailingZeros();
    }

    /**
     * The wait after the try {@code attempt}.
     *
     * @param attempt from 1
     * @param chance from 0 to 1: how much of the jitter is taken
     */
    public Duration after(int attempt, double chance) {
        double factor = Math.pow(multiplier.doubleValue(), attempt - 1.0);
        double millis = Math.min(initial.toMillis() * factor, longest.toMillis());
        return Duration.ofMillis(Math.round(millis - millis * jitterPercent / HUNDRED * chance));
    }
}
