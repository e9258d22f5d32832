package dev.sluice.types.internal.time;

import dev.sluice.types.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Moments as input: days and instants of the years 1 to 9999, the only ones that dates and times have. */
final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999Z");

    private Moments() {}

    /** The day of {@code moment} in {@code zone}, or null. */
    static @Nullable LocalDate day(Moment moment, ZoneId zone) {
        if (moment.day().isPresent()) {
            LocalDate day = moment.day().get();
            return day.getYear() >= 1 && day.getYear() <= 9999 ? day : null;
        }
        return isUsual(moment.instantIn(zone)) ? moment.dayIn(zone) : null;
    }

    /** The instant of {@code moment}, days starting in {@code zone}, or null. */
    static @Nullable Instant instant(Moment moment, ZoneId zone) {
        boolean usual = moment.isDay() ? day(moment, zone) != null : isUsual(moment.instantIn(zone));
        return usual ? moment.instantIn(zone) : null;
    }

    /** Whether {@code instant} has a year of four digits in every zone. */
    static boolean isUsual(Instant instant) {
        return instant.isAfter(FIRST) && instant.isBefore(LAST);
    }
}
