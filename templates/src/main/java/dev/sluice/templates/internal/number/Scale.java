package dev.sluice.templates.internal.number;

import java.math.BigDecimal;

/**
 * Large numbers in thousands, millions, billions or trillions.
 *
 * @param active whether the pattern asks for it
 * @param space whether a space stands before the letter
 * @param forced the letter to use whatever the number, or empty
 */
record Scale(boolean active, boolean space, String forced) {
    private static final String LETTERS = "kmbt";
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** A rounded number and the letter behind it. */
    record Scaled(BigDecimal number, String suffix) {}

    static Scale of(String pattern) {
        int at = pattern.indexOf('a');
        String after = at >= 0 && at + 1 < pattern.length() ? pattern.substring(at + 1, at + 2) : "";
        return new Scale(at >= 0, at > 0 && pattern.charAt(at - 1) == ' ', LETTERS.contains(after) ? after : "");
    }

    /** The number in the unit that fits it; {@code decimals} may round it up into the next one. */
    Scaled apply(BigDecimal number, Decimals decimals) {
        if (!active) {
            return new Scaled(decimals.round(number), "");
        }
        if (!forced.isEmpty()) {
            return in(LETTERS.indexOf(forced) + 1, number, decimals);
        }
        int thousands = thousands(number);
        Scaled scaled = in(thousands, number, decimals);
        boolean roundedUp = scaled.number().abs().compareTo(THOUSAND) >= 0 && thousands < LETTERS.length();
        return roundedUp ? in(thousands + 1, number, decimals) : scaled;
    }

    private Scaled in(int thousands, BigDecimal number, Decimals decimals) {
        String letter = thousands == 0 ? "" : LETTERS.substring(thousands - 1, thousands);
        return new Scaled(decimals.round(number.movePointLeft(3 * thousands)), (space ? " " : "") + letter);
    }

    private static int thousands(BigDecimal number) {
        int whole = number.precision() - number.scale();
        return number.signum() == 0 ? 0 : Math.max(0, Math.min(LETTERS.length(), (whole - 1) / 3));
    }
}
