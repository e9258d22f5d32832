package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A length of time.
 *
 * @param value how many, at least 1
 * @param interval of what
 */
public record Window(int value, TimeUnit interval) {
    public Window {
        requireNonNull(interval, "interval");
    }

    /** The moment one window after {@code from}; days and longer go by the calendar of {@code zone}. */
    public Instant after(Instant from, ZoneId zone) {
        if (zone instanceof ZoneOffset && interval.unit().compareTo(ChronoUnit.WEEKS) <= 0) {
            return from.plusSeconds(value * interval.unit().getDuration().toSeconds());
        }
        return zone instanceof ZoneOffset offset
                ? localAt(offset, from).plus(value, interval.unit()).toInstant(offset)
                : from.atZone(zone).plus(value, interval.unit()).toInstant();
    }

    /** Of a fixed offset no rules are needed. */
    private static LocalDateTime localAt(ZoneOffset offset, Instant moment) {
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), offset);
    }

    /** The moment one window before {@code to}. */
    public Instant before(Instant to, ZoneId zone) {
        return to.atZone(zone).minus(value, interval.unit()).toInstant();
    }
}
