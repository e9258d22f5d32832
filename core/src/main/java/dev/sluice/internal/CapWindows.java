package dev.sluice.internal;

import dev.sluice.flow.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The windows of a cap: aligned to the calendar of its zone, right over clock changes, named by the moment they begin.
 * Windows of several units are counted from the first Monday of 1970. Remembers the window last asked for.
 */
final class CapWindows {
    private static final LocalDate ORIGIN = LocalDate.of(1970, 1, 5);

    private final Window window;
    private final ZoneId zone;
    private volatile Current last = new Current(Instant.MAX, Instant.MIN, "");

    CapWindows(Window window, ZoneId zone) {
        this.window = window;
        this.zone = zone;
    }

    /** A window from its start, included, to its end, excluded. */
    record Current(Instant start, Instant end, String text) {
        boolean contains(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    Current at(Instant moment) {
        Current current = last;
        if (!current.contains(moment)) {
            current = compute(moment);
            last = current;
        }
        return current;
    }

    private Current compute(Instant moment) {
        ZonedDateTime start = start(window.interval().startOf(moment.atZone(zone)));
        ZonedDateTime end = end(start);
        Instant from = start.toInstant();
        return new Current(from, end.toInstant(), from.toString());
    }

    private ZonedDateTime start(ZonedDateTime unit) {
        if (window.value() == 1) {
            return unit;
        }
        ChronoUnit in = window.interval().unit();
        ZonedDateTime origin = window.interval().startOf(ORIGIN.atStartOfDay(zone));
        long passed = Math.floorMod(in.between(origin, unit), (long) window.value());
        return window.interval().startOf(unit.minus(passed, in));
    }

    private ZonedDateTime end(ZonedDateTime start) {
        return window.interval()
                .startOf(start.plus(window.value(), window.interval().unit()));
    }
}
