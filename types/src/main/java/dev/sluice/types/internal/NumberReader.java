package dev.sluice.types.internal;

import dev.sluice.types.Num;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one number out of a text. */
final class NumberReader {
    /** As many digits as the largest double has, and some after the point. */
    private static final int MAX_DIGITS = 400;

    private static final int MAX_EXPONENT = 308;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);

    private NumberReader() {}

    /** The number that {@code text} holds, or null. */
    static @Nullable Num read(String text) {
        String cleaned = clean(text);
        return number(cleaned);
    }

    static boolean isInRange(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        return magnitude <= MAX_EXPONENT + 1L
                && number.precision() <= MAX_DIGITS
                && number.abs().compareTo(LARGEST) <= 0;
    }

    private static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && kept.length() <= MAX_DIGITS; i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == '-' || c == '.') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static @Nullable Num number(String cleaned) {
        int points = 0;
        int digits = 0;
        for (int i = 0; i < cleaned.length(); i++) {
            char c = cleaned.charAt(i);
            if (c == '-' && i > 0) {
                return null;
            }
            points += c == '.' ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (points > 1 || digits == 0 || digits > MAX_DIGITS) {
            return null;
        }
        BigDecimal number = new BigDecimal(cleaned);
        return isInRange(number) ? Num.of(number) : null;
    }
}
