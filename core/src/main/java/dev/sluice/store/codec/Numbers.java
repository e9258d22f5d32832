package dev.sluice.store.codec;

import dev.sluice.types.Num;
import java.math.BigDecimal;

/** Which spellings of a number are JSON, and when such a spelling says all about it. */
final class Numbers {
    private Numbers() {}

    /** Whether the bare spelling, read again, gives the very same number: digits, scale and spelling. */
    static boolean isPlain(Num num) {
        String spelling = num.spelling();
        return isJson(spelling) && new BigDecimal(spelling).equals(num.value());
    }

    static Num read(String token) {
        boolean small = token.length() < 4 && token.charAt(0) != '-' && token.indexOf('.') < 0 && isDigits(token);
        return small ? Num.of(Long.parseLong(token)) : Num.spelled(new BigDecimal(token), token);
    }

    private static boolean isDigits(String text) {
        return digits(text, 0) == text.length();
    }

    static boolean isJson(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int end = digits(text, at);
        if (end == at || (text.charAt(at) == '0' && end > at + 1)) {
            return false;
        }
        end = fraction(text, end);
        end = end < 0 ? end : exponent(text, end);
        return end == text.length();
    }

    /** Where the fraction that may begin at {@code at} ends; -1 when it has no digits. */
    private static int fraction(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '.') {
            return at;
        }
        int end = digits(text, at + 1);
        return end == at + 1 ? -1 : end;
    }

    private static int exponent(String text, int at) {
        if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return at;
        }
        int from = at + 1;
        if (from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-')) {
            from++;
        }
        int end = digits(text, from);
        return end == from ? -1 : end;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
