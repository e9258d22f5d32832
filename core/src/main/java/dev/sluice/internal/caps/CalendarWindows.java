package dev.sluice.internal.caps;

import dev.sluice.flow.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Windows aligned to the calendar of a zone, named by the moment they begin. They follow each other without a gap over every
 * clock change: each begins when the zone's clocks first show its beginning, or would have. An hour by itself that a clock
 * change repeats is two windows. Windows of several units are counted from the first Monday of 1970.
 */
final class CalendarWindows implements CapWindows {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

    private final Window window;
    private final ZoneId zone;
    private final ChronoUnit unit;
    private final LocalDateTime origin;

    CalendarWindows(Window window, ZoneId zone) {
        this.window = window;
        this.zone = zone;
        this.unit = window.interval().unit();
        this.origin = origin(unit).atStartOfDay();
    }

    private static LocalDate origin(ChronoUnit unit) {
        return switch (unit) {
            case MONTHS, YEARS -> FIRST_MONDAY.with(TemporalAdjusters.firstDayOfYear());
            default -> FIRST_MONDAY;
        };
    }

    @Override
    public Period at(Instant moment) {
        return unit.isTimeBased() && window.value() == 1 ? bySingleUnit(moment) : byBoundaries(moment);
    }

    /** One hour or minute as the clocks show it; a clock change ends it. */
    private Period bySingleUnit(Instant moment) {
        ZoneRules rules = zone.getRules();
        long length = unit.getDuration().toSeconds();
        long offset = rules.getOffset(moment).getTotalSeconds();
        long shown = Math.floorDiv(moment.getEpochSecond() + offset, length) * length;
        Instant start = Instant.ofEpochSecond(shown - offset);
        Instant end = start.plusSeconds(length);
        ZoneOffsetTransition before = rules.previousTransition(moment.plusNanos(1));
        if (before != null && before.getInstant().isAfter(start)) {
            start = before.getInstant();
        }
        ZoneOffsetTransition after = rules.nextTransition(moment);
        if (after != null && after.getInstant().isBefore(end)) {
            end = after.getInstant();
        }
        return Period.of(start, end, start.toString());
    }

    private Period byBoundaries(Instant moment) {
        long number = Math.floorDiv(passed(moment.atZone(zone)), (long) window.value());
        while (!moment.isBefore(boundary(number + 1))) {
            number++;
        }
        Instant start = boundary(number);
        return Period.of(start, boundary(number + 1), start.toString());
    }

    /** How many units begin between the origin and {@code moment}, by what the clocks show. */
    private long passed(ZonedDateTime moment) {
        LocalDateTime shown = moment.toLocalDateTime();
        return switch (unit) {
            case MONTHS ->
                unit.between(origin, shown.toLocalDate().withDayOfMonth(1).atStartOfDay());
            case YEARS ->
                unit.between(origin, shown.toLocalDate().withDayOfYear(1).atStartOfDay());
            default ->
                Math.floorDiv(
                        Duration.between(origin, shown).toSeconds(),
                        unit.getDuration().toSeconds());
        };
    }

    /** When the window with this number begins: the first moment at which the clocks show its beginning or pass it. */
    private Instant boundary(long number) {
        LocalDateTime shown = origin.plus(number * window.value(), unit);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        return offsets.isEmpty() ? zone.getRules().getTransition(shown).getInstant() : shown.toInstant(offsets.get(0));
    }
}
