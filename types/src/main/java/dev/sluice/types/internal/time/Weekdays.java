package dev.sluice.types.internal.time;

import dev.sluice.types.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days of the week: their names as values, and which day is meant by one. */
final class Weekdays {
    private static final int WEEK = 7;
    private static final int NEAREST = 3;
    private static final Text[] NAMES = names();

    private Weekdays() {}

    private static Text[] names() {
        DayOfWeek[] days = DayOfWeek.values();
        Text[] names = new Text[days.length];
        for (DayOfWeek day : days) {
            String lower = day.name().toLowerCase(Locale.ROOT);
            names[day.ordinal()] = new Text(Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return names;
    }

    /** {@code Monday} and so on. */
    static Text name(DayOfWeek day) {
        return NAMES[day.ordinal()];
    }

    /** The name of the day so many days behind the first of 1970, which was a Thursday. */
    static Text name(long epochDay) {
        return NAMES[Math.floorMod((int) epochDay + 3, WEEK)];
    }

    /**
     * The day that is meant: {@code next} is in the week after this one, weeks starting on Sunday; {@code last} and
     * {@code past} the latest before today; {@code this} and {@code coming} the first from today on; else the nearest.
     */
    static LocalDate relative(String word, DayOfWeek day, LocalDate today) {
        int ahead = Math.floorMod(day.getValue() - today.getDayOfWeek().getValue(), WEEK);
        return switch (word) {
            case "next" -> today.plusDays(WEEK - today.getDayOfWeek().getValue() % WEEK + day.getValue() % WEEK);
            case "last", "past" -> today.minusDays(ahead == 0 ? WEEK : WEEK - ahead);
            case "this", "coming" -> today.plusDays(ahead);
            default -> today.plusDays(ahead > NEAREST ? ahead - WEEK : ahead);
        };
    }

    /** The day of the {@code next}, {@code last} or {@code this} week, weeks starting on Monday; null for other words. */
    static @Nullable LocalDate inWeek(String word, DayOfWeek day, LocalDate today) {
        LocalDate ofThis = today.plusDays(day.getValue() - today.getDayOfWeek().getValue());
        return switch (word) {
            case "next" -> ofThis.plusWeeks(1);
            case "last", "past" -> ofThis.minusWeeks(1);
            case "this" -> ofThis;
            default -> null;
        };
    }
}
