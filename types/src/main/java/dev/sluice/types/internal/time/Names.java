package dev.sluice.types.internal.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** English names of months and days of the week, whole or shortened, in any case. */
final class Names {
    private static final int SHORTEST = 3;
    private static final int LONGEST = "september".length();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            put(MONTHS, month.name(), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
        for (DayOfWeek day : DayOfWeek.values()) {
            put(DAYS, day.name(), day);
        }
        DAYS.put("tues", DayOfWeek.TUESDAY);
        DAYS.put("thur", DayOfWeek.THURSDAY);
        DAYS.put("thurs", DayOfWeek.THURSDAY);
    }

    private Names() {}

    private static <T> void put(Map<String, T> names, String name, T meaning) {
        String lower = name.toLowerCase(Locale.ROOT);
        names.put(lower, meaning);
        names.put(lower.substring(0, SHORTEST), meaning);
    }

    /** The month called {@code word}, or null. */
    static @Nullable Month month(String word) {
        return isFitting(word) ? MONTHS.get(word.toLowerCase(Locale.ROOT)) : null;
    }

    /** The day of the week called {@code word}, or null. */
    static @Nullable DayOfWeek day(String word) {
        return isFitting(word) ? DAYS.get(word.toLowerCase(Locale.ROOT)) : null;
    }

    private static boolean isFitting(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST;
    }
}
