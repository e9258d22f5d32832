package dev.sluice.types;

import java.math.BigDecimal;

/** How a number is written as text: plain digits where a reader expects them, an exponent where they would run away. */
final class NumberText {
    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -7;

    private NumberText() {}

    static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        if (number.scale() == 0 && number.precision() <= MAX_PLAIN_EXPONENT) {
            return number.toString();
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < MAX_PLAIN_EXPONENT && exponent >= MIN_PLAIN_EXPONENT) {
            return shortest.toPlainString();
        }
        return scientific(shortest, exponent);
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        StringBuilder out = new StringBuilder(digits.length() + 8);
        if (number.signum() < 0) {
            out.append('-');
        }
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        return out.append('e').append(exponent < 0 ? "" : "+").append(exponent).toString();
    }
}
