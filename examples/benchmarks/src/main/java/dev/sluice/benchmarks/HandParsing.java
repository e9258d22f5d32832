package dev.sluice.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** The shortest code for the plain forms of a value, without a word on what is wrong. */
final class HandParsing {
    private HandParsing() {}

    static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "t", "1" -> Boolean.TRUE;
            case "n", "no", "false", "f", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    static BigDecimal number(String text) {
        char[] kept = new char[text.length()];
        int length = 0;
        for (int i = 0; i < kept.length; i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == '.' || c == '-') {
                kept[length++] = c;
            }
        }
        return length == 0 ? null : new BigDecimal(kept, 0, length);
    }

    static LocalDate date(String text) {
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** Lower case, user, domain, host and tld, when the address looks plain. */
    static String[] email(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
            if (c >= 128 || (!plain && i != at)) {
                return null;
            }
        }
        if (at < 1 || dot < at + 2) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return new String[] {
            lower,
            lower.substring(0, at),
            lower.substring(at + 1),
            lower.substring(at + 1, dot),
            lower.substring(dot + 1)
        };
    }
}
