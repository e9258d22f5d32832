package dev.sluice.types.internal.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fast way for days as programs write them: {@code 2026-03-15}. */
final class IsoDay {
    private static final int LENGTH = "2026-03-15".length();

    private IsoDay() {}

    /** The day, or null when {@code text} is not plainly one. */
    static @Nullable LocalDate read(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        return Calendar.date(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    /** The number between two places; below zero when there is anything but digits. */
    static int digits(String text, int from, int to) {
        int number = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            wrong |= digit | 9 - digit;
            number = number * 10 + digit;
        }
        return wrong < 0 ? -1 : number;
    }
}
