package dev.sluice.types.internal.time;

import dev.sluice.types.Text;
import java.time.DayOfWeek;

/** Days of the week as the values of {@code day_of_week}. */
final class Weekdays {
    private static final Text[] NAMES = names();

    private Weekdays() {}

    private static Text[] names() {
        DayOfWeek[] days = DayOfWeek.values();
        Text[] names = new Text[days.length];
        for (DayOfWeek day : days) {
            names[day.ordinal()] =
                    new Text(day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return names;
    }

    static Text name(DayOfWeek day) {
        return NAMES[day.ordinal()];
    }
}
