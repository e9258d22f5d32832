package dev.sluice.types.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The fast way for ranges as forms send them: two whole numbers with a hyphen or {@code to} between them. What it accepts,
 * it reads as {@link RangeReader} does; everything else it leaves to that.
 */
final class PlainRange {
    private static final int MOST_DIGITS = 9;
    private static final String[] GAPS = {"-", " - ", " to "};

    private PlainRange() {}

    /** The range, or null when {@code text} is not plainly one. */
    static @Nullable Range read(String text) {
        int end = numberEnd(text, 0);
        for (String gap : GAPS) {
            int from = end + gap.length();
            if (end > 0
                    && text.startsWith(gap, end)
                    && numberEnd(text, from) == text.length()
                    && from < text.length()) {
                return Range.between(number(text, 0, end), number(text, from, text.length()));
            }
        }
        return null;
    }

    /** Where the digits at {@code from} end; {@code from} when there are none, too many, or leading zeros. */
    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean plain = end > from && end - from <= MOST_DIGITS && (text.charAt(from) != '0' || end - from == 1);
        return plain ? end : from;
    }

    private static BigDecimal number(String text, int from, int to) {
        return new BigDecimal(Integer.parseInt(text, from, to, 10));
    }
}
