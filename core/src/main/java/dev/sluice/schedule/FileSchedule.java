package dev.sluice.schedule;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.Hours;
import dev.sluice.flow.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a file is made: whichever of its reasons comes first. Immutable and pure; make one with {@link #of} and the methods
 * that change a part.
 *
 * @param times by the clock on the wall; none for none
 * @param zone the zone of times, days and hours
 * @param afterRows as soon as so many rows wait; 0 for never
 * @param afterBytes as soon as so many bytes wait: the texts of their cells in UTF-8, and one for each cell; 0 for never
 * @param inactivity when no row came for so long and at least one waits; null for never
 * @param maxAge when the oldest row has waited for so long; null for never
 * @param minimum how many rows there must be for a file by {@code times} or {@code inactivity}; 1 by default. Fewer wait
 *     on, until {@code maxAge} if there is one
 * @param sendEmpty whether {@code times} make a file without rows too
 * @param skipWeekends nothing is made on Saturdays and Sundays
 * @param holidays nothing is made on these days
 * @param hours nothing is made outside of these: what falls there waits for them to open; null for always
 */
public record FileSchedule(
        List<Timetable> times,
        ZoneId zone,
        long afterRows,
        long afterBytes,
        @Nullable Duration inactivity,
        @Nullable Duration maxAge,
        long minimum,
        boolean sendEmpty,
        boolean skipWeekends,
        Set<LocalDate> holidays,
        @Nullable Hours hours) {
    /** Further than the longest pause that a cron expression can make: eight years between two 29ths of February. */
    private static final int MOST_DAYS = 366 * 8 + 400;

    public FileSchedule {
        requireNonNull(zone, "zone");
        times = List.copyOf(times);
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
        if (afterRows < 0 || afterBytes < 0 || minimum < 1) {
            throw new IllegalArgumentException(
                    "a file is made after 1 row or more, after 1 byte or more, and of 1 row or more");
        }
        requireLong("inactivity", inactivity);
        requireLong("maxAge", maxAge);
    }

    private static void requireLong(String name, @Nullable Duration time) {
        if (time != null && time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(name + " is a second or more, not " + time);
        }
    }

    /** A file at each of these times in {@code zone}, when anything waits. */
    public static FileSchedule of(ZoneId zone, Timetable... times) {
        return new FileSchedule(List.of(times), zone, 0, 0, null, null, 1, false, false, Set.of(), null);
    }

    /** This, and a file as soon as {@code rows} wait. */
    public FileSchedule afterRows(long rows) {
        return new FileSchedule(
                times, zone, rows, afterBytes, inactivity, maxAge, minimum, sendEmpty, skipWeekends, holidays, hours);
    }

    /** This, and a file as soon as rows of {@code bytes} wait. */
    public FileSchedule afterBytes(long bytes) {
        return new FileSchedule(
                times, zone, afterRows, bytes, inactivity, maxAge, minimum, sendEmpty, skipWeekends, holidays, hours);
    }

    /** This, and a file when no row came for {@code time}. */
    public FileSchedule afterInactivity(Duration time) {
        return new FileSchedule(
                times, zone, afterRows, afterBytes, time, maxAge, minimum, sendEmpty, skipWeekends, holidays, hours);
    }

    /** This, and a file when the oldest row has waited for {@code time}. */
    public FileSchedule atMostAfter(Duration time) {
        return new FileSchedule(
                times,
                zone,
                afterRows,
                afterBytes,
                inactivity,
                time,
                minimum,
                sendEmpty,
                skipWeekends,
                holidays,
                hours);
    }

    /** This, with at least {@code rows} in a file. */
    public FileSchedule withAtLeast(long rows) {
        return new FileSchedule(
                times, zone, afterRows, afterBytes, inactivity, maxAge, rows, sendEmpty, skipWeekends, holidays, hours);
    }

    /** This, with files without rows. */
    public FileSchedule alsoEmpty() {
        return new FileSchedule(
                times, zone, afterRows, afterBytes, inactivity, maxAge, minimum, true, skipWeekends, holidays, hours);
    }

    /** This, on working days only. */
    public FileSchedule onWorkingDays(Set<LocalDate> holidays) {
        return new FileSchedule(
                times, zone, afterRows, afterBytes, inactivity, maxAge, minimum, sendEmpty, true, holidays, hours);
    }

    /** This, within {@code hours} only. */
    public FileSchedule within(Hours hours) {
        return new FileSchedule(
                times,
                zone,
                afterRows,
                afterBytes,
                inactivity,
                maxAge,
                minimum,
                sendEmpty,
                skipWeekends,
                holidays,
                hours);
    }

    /** The first of the times after {@code moment}; empty when there is none. */
    public Optional<Instant> nextTime(Instant moment) {
        return times.stream()
                .map(table -> next(table, moment))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(this::whenAllowed);
    }

    /**
     * When the next file is made if nothing else comes: the first moment, past or to come, at which one of the reasons is
     * there. Empty when nothing makes one.
     */
    public Optional<Instant> due(Waiting waiting) {
        return Stream.of(byTime(waiting), byCount(waiting), bySize(waiting), byInactivity(waiting), byAge(waiting))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /**
     * When to look again at what waits: {@link #due}, or, where that says nothing, the next of the times.
     */
    public Optional<Instant> look(Waiting waiting, Instant now) {
        return due(waiting).or(() -> nextTime(now));
    }

    private Optional<Instant> byTime(Waiting waiting) {
        if (!isEnough(waiting) && !(sendEmpty && waiting.rows() == 0)) {
            return Optional.empty();
        }
        return nextTime(waiting.since()).map(time -> waiting.rows() == 0 ? time : notBefore(time, waiting.oldest()));
    }

    /** A time that passed before there were rows is over: the next one counts. */
    private Instant notBefore(Instant time, Instant oldest) {
        return time.isBefore(oldest) ? nextTime(oldest.minusMillis(1)).orElse(time) : time;
    }

    private Optional<Instant> byCount(Waiting waiting) {
        return afterRows > 0 && waiting.rows() >= afterRows
                ? Optional.of(whenAllowed(waiting.newest()))
                : Optional.empty();
    }

    private Optional<Instant> bySize(Waiting waiting) {
        return afterBytes > 0 && waiting.rows() > 0 && waiting.bytes() >= afterBytes
                ? Optional.of(whenAllowed(waiting.newest()))
                : Optional.empty();
    }

    private Optional<Instant> byInactivity(Waiting waiting) {
        return inactivity != null && isEnough(waiting)
                ? Optional.of(whenAllowed(waiting.newest().plus(inactivity)))
                : Optional.empty();
    }

    private Optional<Instant> byAge(Waiting waiting) {
        return maxAge != null && waiting.rows() > 0
                ? Optional.of(whenAllowed(waiting.oldest().plus(maxAge)))
                : Optional.empty();
    }

    private boolean isEnough(Waiting waiting) {
        return waiting.rows() >= minimum;
    }

    private Optional<Instant> next(Timetable table, Instant moment) {
        return table instanceof Timetable.Hourly hourly ? nextHour(hourly, moment) : nextDay(table, moment);
    }

    /** Minute by minute: zones differ from each other, and from themselves, by other things than whole hours. */
    private Optional<Instant> nextHour(Timetable.Hourly hourly, Instant moment) {
        ZonedDateTime at = moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        for (int days = 0; days < MOST_DAYS; ) {
            if (isSkipped(at.toLocalDate())) {
                at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
                days++;
            } else if (at.getMinute() == hourly.minute()) {
                return Optional.of(at.toInstant());
            } else {
                at = at.plusMinutes(1);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> nextDay(Timetable table, Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            if (!isSkipped(day)) {
                for (LocalTime time : table.on(day)) {
                    Instant instant = instant(day, time);
                    if (instant.isAfter(moment)) {
                        return Optional.of(instant);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** In a gap, the first moment after it; in an overlap, the first of the two. */
    private Instant instant(LocalDate day, LocalTime time) {
        var gap = zone.getRules().getTransition(day.atTime(time));
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : ZonedDateTime.ofLocal(day.atTime(time), zone, null).toInstant();
    }

    private boolean isSkipped(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return skipWeekends && weekend || holidays.contains(day);
    }

    /** The first moment from {@code moment} on that is on no skipped day and open. */
    private Instant whenAllowed(Instant moment) {
        Instant allowed = whenOpen(moment);
        for (int i = 0; i < MOST_DAYS; i++) {
            LocalDate day = allowed.atZone(zone).toLocalDate();
            if (!isSkipped(day)) {
                return allowed;
            }
            allowed = whenOpen(day.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return allowed;
    }

    private Instant whenOpen(Instant moment) {
        if (hours == null) {
            return moment;
        }
        Schedule open = Schedule.of(hours, zone);
        return open.isOpen(moment) ? moment : open.nextOpening(moment).orElse(moment);
    }
}
