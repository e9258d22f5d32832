package dev.sluice.types.internal;

import dev.sluice.types.Num;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The fast way for numbers as forms send them: digits, one point, commas before each three digits, a minus or dollar sign. */
final class PlainNumber {
    private static final int MOST_DIGITS = 18;
    private static final int GROUP = 3;
    private static final int NONE = -1;

    private PlainNumber() {}

    /** The number, or null when {@code text} is not plainly one. */
    static @Nullable Num read(String text) {
        int at = 0;
        boolean negative = !text.isEmpty() && text.charAt(0) == '-';
        at += negative ? 1 : 0;
        at += at < text.length() && text.charAt(at) == '$' ? 1 : 0;
        long value = 0;
        int digits = 0;
        int point = NONE;
        int comma = NONE;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point == NONE && isGroupEnd(comma, digits)) {
                point = digits;
            } else if (c == ',' && point == NONE && digits > 0 && (comma == NONE || digits - comma == GROUP)) {
                comma = digits;
            } else {
                return null;
            }
        }
        boolean whole = point != NONE || isGroupEnd(comma, digits);
        if (digits == 0 || digits > MOST_DIGITS || !whole) {
            return null;
        }
        return number(negative ? -value : value, point == NONE ? 0 : digits - point);
    }

    private static boolean isGroupEnd(int comma, int digits) {
        return comma == NONE || digits - comma == GROUP;
    }

    private static Num number(long value, int scale) {
        return scale == 0 ? Num.of(value) : Num.of(BigDecimal.valueOf(value, scale));
    }
}
