package dev.sluice.types.internal;

import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One or two bounds.
 *
 * @param min the lower bound, null when there is none
 * @param max the upper bound, null when there is none
 */
record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {

    /** The range between two numbers in any order. */
    static Range between(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) <= 0 ? new Range(one, other) : new Range(other, one);
    }

    /** Whether this is one number, given as such. */
    boolean isSingle() {
        return min != null && min == max;
    }

    /** {@code 1-5}, {@code 5+} or {@code <5}. */
    String text() {
        if (min == null) {
            return "<" + write(max);
        }
        return max == null ? write(min) + "+" : write(min) + "-" + write(max);
    }

    private static String write(@Nullable BigDecimal number) {
        return number == null ? "" : Num.of(number).text();
    }

    /** The mean to two decimals, halves rounded up as the binary number is; null when a bound is missing. */
    @Nullable BigDecimal average() {
        BigDecimal mean = mean();
        return mean == null ? null : mean.setScale(2, RoundingMode.HALF_UP);
    }

    /** The mean without its decimals; null when a bound is missing. */
    @Nullable BigDecimal middle() {
        BigDecimal mean = mean();
        return mean == null ? null : mean.setScale(0, RoundingMode.DOWN);
    }

    private @Nullable BigDecimal mean() {
        if (min == null || max == null) {
            return null;
        }
        double mean = (min.doubleValue() + max.doubleValue()) / 2;
        return Double.isInfinite(mean) ? null : new BigDecimal(mean);
    }
}
