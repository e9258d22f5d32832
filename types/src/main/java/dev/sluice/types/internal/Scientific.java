package dev.sluice.types.internal;

import dev.sluice.types.Whitespace;
import org.jspecify.annotations.Nullable;

/** Numbers in scientific notation: {@code 1.5e3}, {@code $2.5E+4}. */
final class Scientific {
    private static final int LONGEST = 1000;
    private static final int MOST_EXPONENT_DIGITS = 3;

    private final String text;
    private int at;

    private Scientific(String text) {
        this.text = text;
    }

    /**
     * The number as decimal arithmetic reads it, without currency signs and commas; empty when its exponent is beyond all
     * numbers, null when {@code text} is no such number.
     */
    static @Nullable String in(String text) {
        if (text.length() > LONGEST || (text.indexOf('e') < 0 && text.indexOf('E') < 0)) {
            return null;
        }
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ignored = c == ',' || Whitespace.is(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
            if (!ignored) {
                dense.append(c);
            }
        }
        return new Scientific(dense.toString()).number();
    }

    private @Nullable String number() {
        sign();
        int whole = digits();
        int decimals = at < text.length() && text.charAt(at) == '.' ? decimals() : 0;
        boolean mantissa = whole + decimals > 0;
        boolean letter = at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
        at++;
        sign();
        int exponent = mantissa && letter ? digits() : 0;
        if (exponent == 0 || at < text.length()) {
            return null;
        }
        return exponent <= MOST_EXPONENT_DIGITS ? text : "";
    }

    private void sign() {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
    }

    private int decimals() {
        at++;
        return digits();
    }

    private int digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
