package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a flow, or a source, takes leads: periods of each day of the week by the clock on the wall, and dates on which
 * other periods hold. A day that is not named is closed. {@link Schedule} answers for a moment.
 *
 * @param enabled false: open at any time
 * @param timeZone whose clock it is; null for the flow's
 * @param days the periods of each day of the week
 * @param holidays dates on which no period begins
 * @param exceptions dates with periods of their own instead of those of their day
 */
public record Hours(
        boolean enabled,
        @Nullable ZoneId timeZone,
        Map<DayOfWeek, List<Period>> days,
        List<LocalDate> holidays,
        Map<LocalDate, List<Period>> exceptions) {
    /** Open at any time. */
    public static final Hours ALWAYS = new Hours(false, null, Map.of(), List.of(), Map.of());

    private static final List<DayOfWeek> WORKING_DAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    public Hours {
        days = copy(days);
        holidays = List.copyOf(holidays);
        exceptions = copy(exceptions);
    }

    private static <K extends Comparable<? super K>> Map<K, List<Period>> copy(Map<K, List<Period>> periods) {
        Map<K, List<Period>> copy = new TreeMap<>();
        periods.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * From one minute of the day to another, both whole: 17:00 is open until 17:00:59.999. A period that ends before it
     * begins goes on past midnight, and belongs to the day on which it begins.
     *
     * @param from the first minute
     * @param to the last minute
     */
    public record Period(LocalTime from, LocalTime to) {
        /** A whole day. */
        public static final Period DAY = new Period(LocalTime.MIDNIGHT, LocalTime.of(23, 59));

        public Period {
            from = from.truncatedTo(ChronoUnit.MINUTES);
            to = to.truncatedTo(ChronoUnit.MINUTES);
        }

        /** A period between times such as {@code 09:00}. */
        public static Period of(String from, String to) {
            return new Period(LocalTime.parse(from), LocalTime.parse(to));
        }

        /** Whether it ends on the day after the one on which it begins. */
        public boolean isOvernight() {
            return to.isBefore(from);
        }

        /** Whether {@code minute} of the day on which it begins is open. */
        boolean covers(LocalTime minute) {
            return !minute.isBefore(from) && (isOvernight() || !minute.isAfter(to));
        }

        /** Whether {@code minute} of the day after is still open. */
        boolean coversOnNextDay(LocalTime minute) {
            return isOvernight() && !minute.isAfter(to);
        }
    }

    /** Monday to Friday from {@code from} to {@code to}, such as {@code 09:00}. */
    public static Hours workingDays(String from, String to) {
        Map<DayOfWeek, List<Period>> days = new TreeMap<>();
        WORKING_DAYS.forEach(day -> days.put(day, List.of(Period.of(from, to))));
        return new Hours(true, null, days, List.of(), Map.of());
    }

    /** These hours by the clock of {@code zone}. */
    public Hours in(ZoneId zone) {
        return new Hours(enabled, requireNonNull(zone, "zone"), days, holidays, exceptions);
    }

    /** These hours with other periods on {@code day}; none closes it. */
    public Hours on(DayOfWeek day, Period... periods) {
        Map<DayOfWeek, List<Period>> all = new TreeMap<>(days);
        all.put(requireNonNull(day, "day"), List.of(periods));
        return new Hours(enabled, timeZone, all, holidays, exceptions);
    }

    /** These hours with other periods on {@code date}; none closes it. */
    public Hours on(LocalDate date, Period... periods) {
        Map<LocalDate, List<Period>> all = new TreeMap<>(exceptions);
        all.put(requireNonNull(date, "date"), List.of(periods));
        return new Hours(enabled, timeZone, days, holidays, all);
    }

    /** These hours with {@code dates} as holidays. */
    public Hours closedOn(LocalDate... dates) {
        return new Hours(enabled, timeZone, days, List.of(dates), exceptions);
    }
}
