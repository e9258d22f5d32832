package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one moment that everything of a stage reads: rules, templates, schedules and parsers see the same clock value.
 *
 * @param instant now
 * @param zone the zone of days and hours that name none
 */
public record At(Instant instant, ZoneId zone) {
    public At {
        requireNonNull(instant, "instant");
        requireNonNull(zone, "zone");
    }

    /** {@code instant} in UTC. */
    public static At utc(Instant instant) {
        return new At(instant, ZoneOffset.UTC);
    }
}
