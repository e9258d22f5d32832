package dev.sluice.types.internal.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A day that was read.
 *
 * @param date the day
 * @param yearGiven whether the text named the year; else it is the nearest one
 */
record Day(LocalDate date, boolean yearGiven) {

    /** The day in the year that lies nearest to {@code today}; null when no year near has it. */
    static @Nullable Day nearest(int month, int day, LocalDate today) {
        Day best = null;
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            LocalDate date = Calendar.date(year, month, day);
            if (date != null && (best == null || distance(date, today) < distance(best.date, today))) {
                best = new Day(date, false);
            }
        }
        return best;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** The same day in {@code year}; null when it does not have it. */
    @Nullable Day in(int year) {
        LocalDate moved = Calendar.date(year, date.getMonthValue(), date.getDayOfMonth());
        return moved == null ? null : new Day(moved, true);
    }
}
