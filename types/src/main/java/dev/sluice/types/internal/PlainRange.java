package dev.sluice.types.internal;

import dev.sluice.types.Components;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The fast way for ranges as forms send them: two whole numbers with a hyphen or {@code to} between them. What it accepts,
 * it reads as {@link RangeReader} does; everything else it leaves to that.
 */
record PlainRange(int min, int max) implements Components {
    private static final int MOST_DIGITS = 9;
    private static final String[] GAPS = {"-", " - ", " to "};

    /** The range, or null when {@code text} is not plainly one. */
    static @Nullable PlainRange read(String text) {
        int end = numberEnd(text, 0);
        for (String gap : GAPS) {
            int from = end + gap.length();
            if (end > 0
                    && text.startsWith(gap, end)
                    && numberEnd(text, from) == text.length()
                    && from < text.length()) {
                int one = Integer.parseInt(text, 0, end, 10);
                int other = Integer.parseInt(text, from, text.length(), 10);
                return new PlainRange(Math.min(one, other), Math.max(one, other));
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

    String text() {
        return min + "-" + max;
    }

    @Override
    public Value[] make() {
        return RangeType.components(Range.between(new BigDecimal(min), new BigDecimal(max)));
    }
}
