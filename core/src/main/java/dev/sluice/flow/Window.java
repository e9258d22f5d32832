package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

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
        return zone instanceof ZoneOffset offset
                ? from.atOffset(offset).plus(value, interval.unit()).toInstant()
                : from.atZone(zone).plus(value, interval.unit()).toInstant();
    }

    /** The moment one window before {@code to}. */
    public Instant before(Instant to, ZoneId zone) {
        return to.atZone(zone).minus(value, interval.unit()).toInstant();
    }
}
