package dev.sluice.schedule;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Times that come again, by the clock on the wall. A time that a clock change leaves out is at the first moment after the
 * gap; one that it repeats is once, the first time. Only {@link Hourly} counts real hours, so that a repeated hour has its
 * time twice.
 */
public sealed interface Timetable {

    /** The times of one day, in order; of {@link Hourly}, those of a day without a clock change. */
    List<LocalTime> on(LocalDate day);

    /**
     * Once in each hour.
     *
     * @param minute 0 to 59
     */
    record Hourly(int minute) implements Timetable {
        public Hourly {
            Ranges.require("minute", minute, 0, 59);
        }

        @Override
        public List<LocalTime> on(LocalDate day) {
            return Ranges.hours().map(hour -> LocalTime.of(hour, minute)).toList();
        }
    }

    /** Once on each day. */
    record Daily(LocalTime at) implements Timetable {
        public Daily {
            requireNonNull(at, "at");
        }

        @Override
        public List<LocalTime> on(LocalDate day) {
            return List.of(at);
        }
    }

    /** Once on some days of the week, at least one. */
    record Weekly(Set<DayOfWeek> days, LocalTime at) implements Timetable {
        public Weekly {
            requireNonNull(at, "at");
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly time needs a day of the week");
            }
            days = Collections.unmodifiableSet(new TreeSet<>(days));
        }

        @Override
        public List<LocalTime> on(LocalDate day) {
            return days.contains(day.getDayOfWeek()) ? List.of(at) : List.of();
        }
    }

    /**
     * Once in each month; on its last day where the month is shorter.
     *
     * @param day 1 to 31
     */
    record Monthly(int day, LocalTime at) implements Timetable {
        public Monthly {
            Ranges.require("day", day, 1, 31);
            requireNonNull(at, "at");
        }

        @Override
        public List<LocalTime> on(LocalDate date) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()) ? List.of(at) : List.of();
        }
    }

    /** When a cron expression says so. */
    record Cron(CronExpression expression) implements Timetable {
        public Cron {
            requireNonNull(expression, "expression");
        }

        @Override
        public List<LocalTime> on(LocalDate day) {
            return expression.on(day);
        }
    }
}
