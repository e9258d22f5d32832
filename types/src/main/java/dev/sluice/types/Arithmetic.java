package dev.sluice.types;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Arithmetic on decimals of 34 digits, in which what had to be cut off does no harm: {@code 1 / 3 * 3} is 1. Pure, safe on any
 * thread.
 */
public final class Arithmetic {
    /** How many digits a result has at most, and how the last is rounded. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final MathContext NEARLY = new MathContext(PRECISION.getPrecision() - 4);
    private static final int MOST_DIGITS_OF_EVEN = 20;

    private Arithmetic() {}

    /** The sum. */
    public static BigDecimal add(BigDecimal a, BigDecimal b) {
        return even(a.add(b, PRECISION));
    }

    /** The difference. */
    public static BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return even(a.subtract(b, PRECISION));
    }

    /** The product. */
    public static BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return even(a.multiply(b, PRECISION));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException when {@code b} is zero
     */
    public static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return even(a.divide(b, PRECISION));
    }

    /** Whether {@code number} uses so many digits that it was probably cut off. */
    public static boolean isCutOff(BigDecimal number) {
        return number.precision() > NEARLY.getPrecision() && number.scale() > 0;
    }

    /** A number that only its last digits tell from one of few digits is that one. */
    private static BigDecimal even(BigDecimal number) {
        if (number.precision() <= NEARLY.getPrecision()) {
            return number;
        }
        BigDecimal near = number.round(NEARLY).stripTrailingZeros();
        if (near.precision() > MOST_DIGITS_OF_EVEN) {
            return number;
        }
        return near.scale() < 0 ? near.setScale(0) : near;
    }
}
