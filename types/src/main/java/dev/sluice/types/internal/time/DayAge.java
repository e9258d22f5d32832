package dev.sluice.types.internal.time;

import dev.sluice.types.At;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How long ago a day was, counted from its start in the zone of a moment.
 *
 * @param days whole calendar days
 * @param hours whole hours
 */
record DayAge(long days, long hours) {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long SECONDS_OF_HOUR = 3_600;

    /** The age of {@code day}, which is the day {@code epochDay} of 1970. */
    static DayAge of(LocalDate day, long epochDay, At at) {
        ZoneId zone = at.zone();
        long now = at.instant().getEpochSecond();
        if (zone instanceof ZoneOffset offset) {
            long local = now + offset.getTotalSeconds();
            return new DayAge(
                    Math.floorDiv(local, SECONDS_OF_DAY) - epochDay,
                    (local - epochDay * SECONDS_OF_DAY) / SECONDS_OF_HOUR);
        }
        long today = LocalDate.ofInstant(at.instant(), zone).toEpochDay();
        return new DayAge(today - epochDay, (now - day.atStartOfDay(zone).toEpochSecond()) / SECONDS_OF_HOUR);
    }
}
