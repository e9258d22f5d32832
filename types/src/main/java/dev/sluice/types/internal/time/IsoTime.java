package dev.sluice.types.internal.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fast way for instants as programs write them: {@code 2026-03-15T14:30:00Z}, perhaps with milliseconds. */
final class IsoTime {
    private static final int SECONDS = "2026-03-15T14:30:00Z".length();
    private static final int MILLIS = "2026-03-15T14:30:00.000Z".length();
    private static final long SECONDS_OF_DAY = 86_400;

    private IsoTime() {}

    /** The instant, or null when {@code text} is not plainly one. */
    static @Nullable Instant read(String text) {
        boolean millis = text.length() == MILLIS;
        if ((!millis && text.length() != SECONDS) || !isShape(text, millis)) {
            return null;
        }
        LocalDate date =
                Calendar.date(IsoDay.digits(text, 0, 4), IsoDay.digits(text, 5, 7), IsoDay.digits(text, 8, 10));
        int hour = IsoDay.digits(text, 11, 13);
        int minute = IsoDay.digits(text, 14, 16);
        int second = IsoDay.digits(text, 17, 19);
        int milli = millis ? IsoDay.digits(text, 20, 23) : 0;
        if (date == null
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || milli < 0) {
            return null;
        }
        long seconds = date.toEpochDay() * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, milli * 1_000_000L);
    }

    private static boolean isShape(String text, boolean millis) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z'
                && (!millis || text.charAt(19) == '.');
    }
}
