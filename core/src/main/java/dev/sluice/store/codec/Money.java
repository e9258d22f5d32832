package dev.sluice.store.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Amounts as columns hold them: whole millionths, for sums in queries. */
final class Money {
    private static final int SCALE = 6;
    private static final int MAX_WHOLE_DIGITS = 12;

    private Money() {}

    /** The nearest whole number of millionths; empty when it does not fit into a column. */
    static Optional<String> millionths(BigDecimal amount) {
        int wholeDigits = amount.precision() - amount.scale();
        if (wholeDigits > MAX_WHOLE_DIGITS) {
            return Optional.empty();
        }
        if (wholeDigits < -SCALE) {
            return Optional.of("0");
        }
        BigInteger units = amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
        return Optional.of(units.toString());
    }

    /** The amount, with at least two digits after the point. */
    static BigDecimal amount(String millionths) {
        BigDecimal shortest = new BigDecimal(new BigInteger(millionths), SCALE).stripTrailingZeros();
        return shortest.scale() < 2 ? shortest.setScale(2, RoundingMode.UNNECESSARY) : shortest;
    }
}
