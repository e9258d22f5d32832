package dev.sluice.templates.internal.helper;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Amounts of time such as {@code 24h}. */
final class Amounts {
    private static final int MAX_DIGITS = 9;

    private Amounts() {}

    /** The amount; zero for empty text, null for what is none. */
    static @Nullable Duration duration(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Duration.ZERO;
        }
        int end = 0;
        while (end < trimmed.length() && trimmed.charAt(end) >= '0' && trimmed.charAt(end) <= '9') {
            end++;
        }
        Duration unit = unit(trimmed.substring(end).strip());
        return end == 0 || end > MAX_DIGITS || unit == null
                ? null
                : unit.multipliedBy(Long.parseLong(trimmed.substring(0, end)));
    }

    private static @Nullable Duration unit(String name) {
        return switch (name) {
            case "s", "sec", "second", "seconds" -> Duration.ofSeconds(1);
            case "m", "min", "minute", "minutes" -> Duration.ofMinutes(1);
            case "h", "hour", "hours" -> Duration.ofHours(1);
            case "d", "day", "days" -> Duration.ofDays(1);
            case "w", "week", "weeks" -> Duration.ofDays(7);
            default -> null;
        };
    }

    /** The unit called {@code name}, in the singular or plural; null when there is none. */
    static @Nullable ChronoUnit unitNamed(String name) {
        String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return switch (Letters.lower(singular)) {
            case "year", "y" -> ChronoUnit.YEARS;
            case "month" -> ChronoUnit.MONTHS;
            case "week", "w" -> ChronoUnit.WEEKS;
            case "day", "d", "" -> ChronoUnit.DAYS;
            case "hour", "h" -> ChronoUnit.HOURS;
            case "minute", "min", "m" -> ChronoUnit.MINUTES;
            case "second", "sec" -> ChronoUnit.SECONDS;
            case "millisecond" -> ChronoUnit.MILLIS;
            default -> null;
        };
    }
}
