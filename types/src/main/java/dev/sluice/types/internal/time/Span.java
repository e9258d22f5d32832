package dev.sluice.types.internal.time;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * So much of one unit of time or of several: months and days count by the calendar, what is shorter by the clock.
 *
 * @param months months, a year has 12
 * @param days days, a week has 7
 * @param seconds the rest
 */
record Span(long months, long days, long seconds) {
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int WEEK = 7;

    /** A unit's length. */
    static Span of(ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> new Span(MONTHS_OF_YEAR, 0, 0);
            case MONTHS -> new Span(1, 0, 0);
            case WEEKS -> new Span(0, WEEK, 0);
            case DAYS -> new Span(0, 1, 0);
            default -> new Span(0, 0, unit.getDuration().toSeconds());
        };
    }

    /** Three months. */
    static Span quarter() {
        return new Span(MONTHS_OF_QUARTER, 0, 0);
    }

    Span times(int count) {
        return new Span(months * count, days * count, seconds * count);
    }

    /** The part that {@code count} of {@code of} are; null where it is no whole number of months. */
    @Nullable Span part(int count, int of) {
        if (months * count % of != 0) {
            return null;
        }
        long rest = days * count % of;
        long secondsOfDay = ChronoUnit.DAYS.getDuration().toSeconds();
        return new Span(months * count / of, days * count / of, (rest * secondsOfDay + seconds * count) / of);
    }

    Span plus(Span more) {
        return new Span(months + more.months, days + more.days, seconds + more.seconds);
    }

    ZonedDateTime after(ZonedDateTime moment) {
        return moment.plusMonths(months).plusDays(days).plusSeconds(seconds);
    }

    ZonedDateTime before(ZonedDateTime moment) {
        return times(-1).after(moment);
    }
}
