package dev.sluice.flow;

import java.util.Locale;

/** How windows of caps are called in reasons. */
final class CapWords {
    private CapWords() {}

    static String adjective(Window length) {
        return length.value() == 1
                ? adjective(length.interval())
                : length.value() + "-" + length.interval().text();
    }

    private static String adjective(TimeUnit unit) {
        return switch (unit) {
            case MINUTE -> "Minute";
            case HOUR -> "Hourly";
            case DAY -> "Daily";
            case WEEK -> "Weekly";
            case MONTH -> "Monthly";
            case YEAR -> "Yearly";
        };
    }

    static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
