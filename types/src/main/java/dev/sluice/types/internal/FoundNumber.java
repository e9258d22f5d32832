package dev.sluice.types.internal;

import java.math.BigDecimal;

/**
 * A number inside a text.
 *
 * @param value the number with its sign and multiplier
 * @param from where it starts, its sign included
 * @param to where it ends, its multiplier included
 * @param digits how many digits stand before the point; 0 when there is a point, an exponent or a multiplier
 * @param startsWithZero whether its first digit is 0
 */
record FoundNumber(BigDecimal value, int from, int to, int digits, boolean startsWithZero) {
    private static final int GROUP = 3;

    /** Whether {@code next} may be the next group of this number's digits, as in {@code 10 000}. */
    boolean mayContinueWith(FoundNumber next, CharSequence gap) {
        return digits > 0 && next.digits == GROUP && gap.length() == 1 && next.value.signum() >= 0;
    }

    /** This number with the digits of {@code next} behind its own. */
    FoundNumber continuedWith(FoundNumber next) {
        BigDecimal shifted = value.movePointRight(GROUP);
        BigDecimal joined = value.signum() < 0 ? shifted.subtract(next.value) : shifted.add(next.value);
        return new FoundNumber(joined, from, next.to, digits + GROUP, startsWithZero);
    }
}
