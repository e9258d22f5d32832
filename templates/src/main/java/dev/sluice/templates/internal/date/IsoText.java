package dev.sluice.templates.internal.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** ISO-8601 days and date-times, read by place, without an exception for text that is something else. */
final class IsoText {
    private IsoText() {}

    /** {@code 2026-03-15}, or null. */
    static @Nullable LocalDate day(String text) {
        return text.length() == 10 ? dayAtStart(text) : null;
    }

    private static @Nullable LocalDate dayAtStart(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean shaped = year >= 0 && text.charAt(4) == '-' && text.charAt(7) == '-' && month >= 1 && month <= 12;
        return shaped && day >= 1 && day <= YearMonth.of(year, Month.of(month)).lengthOfMonth()
                ? LocalDate.of(year, month, day)
                : null;
    }

    /** {@code 2026-03-15T14:30[:00[.123]][Z|+02:00]}, or null; without an offset it is a time of {@code zone}. */
    static @Nullable Instant instant(String text, ZoneId zone) {
        LocalDate day =
                text.length() >= 16 && (text.charAt(10) == 'T' || text.charAt(10) == ' ') ? dayAtStart(text) : null;
        if (day == null || text.charAt(13) != ':') {
            return null;
        }
        boolean seconds = text.length() >= 19 && text.charAt(16) == ':';
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = seconds ? number(text, 17, 19) : 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        int end = seconds ? 19 : 16;
        int fractionEnd = fractionEnd(text, end);
        int nanos = fractionEnd > end ? nanos(text, end + 1, fractionEnd) : 0;
        return with(
                LocalDateTime.of(day, LocalTime.of(hour, minute, second, nanos)), text.substring(fractionEnd), zone);
    }

    private static int fractionEnd(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '.') {
            return from;
        }
        int end = from + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int nanos(String text, int from, int to) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return nanos;
    }

    private static @Nullable Instant with(LocalDateTime time, String offset, ZoneId zone) {
        if (offset.isEmpty()) {
            return time.atZone(zone).toInstant();
        }
        ZoneOffset parsed = offset(offset);
        return parsed == null ? null : time.toInstant(parsed);
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.equals("Z") || text.equals("z")) {
            return ZoneOffset.UTC;
        }
        boolean colon = text.length() == 6 && text.charAt(3) == ':';
        char sign = text.charAt(0);
        if ((text.length() != 5 && !colon) || (sign != '+' && sign != '-')) {
            return null;
        }
        int hours = number(text, 1, 3);
        int minutes = number(text, colon ? 4 : 3, text.length());
        if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    /** The digits between two places, or -1. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
