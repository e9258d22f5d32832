package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Of which time a report is; worked out when it runs. */
public sealed interface Period {

    /** All that was ever recorded. */
    Period ALL = new All();

    /** The events of this period, for a report that runs {@code now} in {@code zone}. */
    Range at(Instant now, ZoneId zone);

    /** The time before now. */
    static Period last(Duration length) {
        return new Last(length);
    }

    /** From one moment to before another. */
    static Period between(Instant from, Instant to) {
        return new Between(from, to);
    }

    /** Whole days of the report's zone up to {@code today - daysAgo}: 1 day and 1 day ago is yesterday. */
    static Period days(int days, int daysAgo) {
        return new Days(days, daysAgo);
    }

    /**
     * Moments from {@code from} to before {@code to}.
     */
    record Range(Instant from, Instant to) {
        /** All time. */
        public static final Range ALL = new Range(Instant.MIN, Instant.MAX);

        public Range {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        /** As long a time right before this one; all time has none before it. */
        public Range before() {
            if (equals(ALL)) {
                return new Range(Instant.MIN, Instant.MIN);
            }
            return new Range(from.minus(Duration.between(from, to)), from);
        }
    }

    /** Everything. */
    record All() implements Period {
        @Override
        public Range at(Instant now, ZoneId zone) {
            return Range.ALL;
        }
    }

    /**
     * The time before now.
     *
     * @param length more than nothing
     */
    record Last(Duration length) implements Period {
        public Last {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a period is longer than " + length);
            }
        }

        @Override
        public Range at(Instant now, ZoneId zone) {
            return new Range(now.minus(length), now);
        }
    }

    /** Between two moments, the first before the second. */
    record Between(Instant from, Instant to) implements Period {
        public Between {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a period begins before it ends, not " + from + " to " + to);
            }
        }

        @Override
        public Range at(Instant now, ZoneId zone) {
            return new Range(from, to);
        }
    }

    /**
     * Whole days by the calendar.
     *
     * @param days how many, at least 1
     * @param daysAgo how long ago the last of them is; 0 for today
     */
    record Days(int days, int daysAgo) implements Period {
        public Days {
            if (days < 1 || daysAgo < 0) {
                throw new IllegalArgumentException("a period has at least 1 day and ends today at the latest");
            }
        }

        @Override
        public Range at(Instant now, ZoneId zone) {
            LocalDate end = LocalDate.ofInstant(now, zone).minus(daysAgo - 1L, ChronoUnit.DAYS);
            return new Range(
                    end.minusDays(days).atStartOfDay(zone).toInstant(),
                    end.atStartOfDay(zone).toInstant());
        }
    }
}
