package dev.sluice.rules.internal.check;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What looks like a number: {@code 1234}, {@code -5.25}, {@code $1,250.00}, {@code 100 €}. Anything else is text. */
public final class Numbers {
    private static final int MAX_LENGTH = 64;
    private static final String CURRENCY = "$\u20ac\u00a3\u00a5\u20b9";

    private Numbers() {}

    /** The number that {@code plain} is or looks like, or null. */
    public static @Nullable BigDecimal of(Value plain) {
        if (plain instanceof Num num) {
            return num.value();
        }
        return plain instanceof Text text ? of(text.value()) : null;
    }

    /** The number that {@code text} looks like, or null. */
    public static @Nullable BigDecimal of(String text) {
        return of(text, 0, text.length());
    }

    static @Nullable BigDecimal of(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Whitespace.is(text.charAt(from))) {
            from++;
        }
        while (to > from && Whitespace.is(text.charAt(to - 1))) {
            to--;
        }
        return from == to || to - from > MAX_LENGTH || !maybe(text.charAt(from)) ? null : read(text, from, to);
    }

    private static boolean maybe(char c) {
        return digit(c) || c == '-' || c == '+' || c == '.' || CURRENCY.indexOf(c) >= 0;
    }

    private static @Nullable BigDecimal read(String text, int start, int end) {
        int at = start;
        boolean negative = false;
        boolean signed = false;
        boolean money = false;
        for (; at < end && !digit(text.charAt(at)) && text.charAt(at) != '.'; at++) {
            char c = text.charAt(at);
            if ((c == '-' || c == '+') && !signed) {
                signed = true;
                negative = c == '-';
            } else if (CURRENCY.indexOf(c) >= 0 && !money) {
                money = true;
            } else if (c != ' ' || !money) {
                return null;
            }
        }
        int to = end;
        if (!money && CURRENCY.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
            while (to > at && Whitespace.is(text.charAt(to - 1))) {
                to--;
            }
        }
        BigDecimal digits = digits(text, at, to);
        return digits == null || !negative ? digits : digits.negate();
    }

    private static @Nullable BigDecimal digits(String text, int from, int to) {
        int point = to;
        int commas = 0;
        int sinceComma = 0;
        long small = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                small = small * 10 + (c - '0');
                sinceComma++;
            } else if (c == ',' && point == to && sinceComma > 0 && (commas == 0 ? sinceComma <= 3 : sinceComma == 3)) {
                commas++;
                sinceComma = 0;
            } else if (c == '.' && point == to && (commas == 0 || sinceComma == 3)) {
                point = i;
            } else {
                return null;
            }
        }
        int digits = to - from - commas - (point < to ? 1 : 0);
        if (digits == 0 || (commas > 0 && point == to && sinceComma != 3)) {
            return null;
        }
        return digits <= 18
                ? BigDecimal.valueOf(small, point == to ? 0 : to - point - 1)
                : new BigDecimal(text.substring(from, to).replace(",", ""));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
