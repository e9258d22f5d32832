package dev.sluice.templates.internal.math;

import dev.sluice.types.Arithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic on decimals with 34 digits; what has no short decimal is calculated in binary, as calculators do. */
final class Decimals {
    private static final int MAX_EXPONENT = 400;
    private static final int MAX_EXACT_POWER = 1_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Decimals() {}

    static @Nullable BigDecimal add(BigDecimal a, BigDecimal b) {
        return bounded(Arithmetic.add(a, b));
    }

    static @Nullable BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return bounded(Arithmetic.subtract(a, b));
    }

    static @Nullable BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return bounded(Arithmetic.multiply(a, b));
    }

    static @Nullable BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            return null;
        }
        return bounded(Arithmetic.divide(a, b));
    }

    static @Nullable BigDecimal remainder(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 || isFar(a, b) ? null : a.remainder(b);
    }

    private static boolean isFar(BigDecimal a, BigDecimal b) {
        return Math.abs(exponent(a) - exponent(b)) > MAX_EXPONENT;
    }

    static @Nullable BigDecimal power(BigDecimal a, BigDecimal b) {
        boolean whole =
                b.stripTrailingZeros().scale() <= 0 && b.abs().compareTo(BigDecimal.valueOf(MAX_EXACT_POWER)) <= 0;
        boolean small = Math.abs(exponent(a)) * Math.abs(b.doubleValue()) < MAX_EXPONENT;
        return whole && small && b.signum() >= 0
                ? bounded(a.pow(b.intValueExact(), Arithmetic.PRECISION))
                : of(Math.pow(a.doubleValue(), b.doubleValue()));
    }

    /** A half is rounded up, also below zero. */
    static BigDecimal round(BigDecimal number, int digits) {
        BigDecimal shifted = number.movePointRight(digits).add(HALF);
        return shifted.setScale(0, RoundingMode.FLOOR).movePointLeft(digits);
    }

    static @Nullable BigDecimal real(BigDecimal number, DoubleUnaryOperator function) {
        return of(function.applyAsDouble(number.doubleValue()));
    }

    /** The decimal that {@code real} is written as; null when it is no number. */
    static @Nullable BigDecimal of(double real) {
        return Double.isFinite(real) ? new BigDecimal(Double.toString(real)) : null;
    }

    /** What is shown of {@code number}: one that had to be cut off has as many digits as calculators give it. */
    static @Nullable BigDecimal shown(BigDecimal number) {
        return Arithmetic.isCutOff(number) ? of(number.doubleValue()) : number;
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        return Math.abs(exponent(number)) > MAX_EXPONENT ? null : number;
    }

    private static long exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }
}
