package dev.sluice.flow;

import java.math.BigDecimal;

/** One form for equal amounts. */
final class Amounts {
    private static final int MAX_ZEROS = 50;

    private Amounts() {}

    /** The amount in its shortest form, so that equal limits make equal definitions however they were written. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.scale() > -MAX_ZEROS ? shortest.setScale(0) : shortest;
    }
}
