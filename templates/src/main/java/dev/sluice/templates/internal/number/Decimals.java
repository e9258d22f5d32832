package dev.sluice.templates.internal.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The digits behind the point.
 *
 * @param least how many are always shown
 * @param most how many may be shown
 * @param whole whether none are shown when all are zero
 */
record Decimals(int least, int most, boolean whole) {

    /** Of a pattern of zeros, points, commas and brackets: {@code 0.0[00]}, {@code 0[.]00}. */
    static Decimals of(String digits) {
        boolean whole = digits.contains("[.]");
        String plain = digits.replace("[.]", ".");
        int point = plain.indexOf('.');
        if (point < 0) {
            return new Decimals(0, 0, false);
        }
        String fraction = plain.substring(point + 1);
        int bracket = fraction.indexOf('[');
        int least = zeros(bracket < 0 ? fraction : fraction.substring(0, bracket));
        return new Decimals(least, zeros(fraction), whole);
    }

    private static int zeros(String text) {
        return (int) text.chars().filter(c -> c == '0').count();
    }

    BigDecimal round(BigDecimal number) {
        return number.setScale(most, RoundingMode.HALF_UP);
    }

    /** {@code fraction} without the zeros that may be left out. */
    String trim(String fraction) {
        if (whole && fraction.chars().allMatch(c -> c == '0')) {
            return "";
        }
        int end = fraction.length();
        while (end > least && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return fraction.substring(0, end);
    }
}
