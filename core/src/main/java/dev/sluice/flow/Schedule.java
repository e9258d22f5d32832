package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.Hours.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link Hours} in their zone: says of a moment whether it is open, and when it opens next. Open is what the clock on the
 * wall shows to be open, so an hour that a clock change repeats is open twice, and one that it leaves out never. Immutable.
 */
public final class Schedule {
    /** Always open. */
    public static final Schedule ALWAYS = new Schedule(Hours.ALWAYS, ZoneId.of("UTC"));

    /** Within so many days the same day of the week comes twice: once on a clock change, once without. */
    private static final int DAYS_AHEAD = 15;

    private final Hours hours;
    private final ZoneId zone;

    private Schedule(Hours hours, ZoneId zone) {
        this.hours = hours;
        this.zone = zone;
    }

    /**
     * The schedule of {@code hours}.
     *
     * @param otherwise the zone of hours that name none
     */
    public static Schedule of(Hours hours, ZoneId otherwise) {
        requireNonNull(otherwise, "otherwise");
        ZoneId own = hours.timeZone();
        return new Schedule(hours, own == null ? otherwise : own);
    }

    /** Whether there is no moment at which it is closed by design. */
    public boolean isAlways() {
        return !hours.enabled();
    }

    public boolean isOpen(Instant moment) {
        if (isAlways()) {
            return true;
        }
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES);
        LocalDate date = local.toLocalDate();
        LocalTime minute = local.toLocalTime();
        return periods(date).stream().anyMatch(period -> period.covers(minute))
                || periods(date.minusDays(1)).stream().anyMatch(period -> period.coversOnNextDay(minute));
    }

    private List<Period> periods(LocalDate date) {
        List<Period> own = hours.exceptions().get(date);
        if (own != null) {
            return own;
        }
        return hours.holidays().contains(date) ? List.of() : hours.days().getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The first open moment from {@code moment} on; empty when it never opens again. */
    public Optional<Instant> nextOpening(Instant moment) {
        if (isOpen(moment)) {
            return Optional.of(moment);
        }
        LocalDate first = LocalDate.ofInstant(moment, zone).minusDays(1);
        return opening(daysFrom(first), moment).or(() -> opening(daysAfterExceptions(first), moment));
    }

    private Optional<Instant> opening(Stream<LocalDate> dates, Instant after) {
        return dates.flatMap(
                        date -> openings(date)
                                .filter(each -> each.isAfter(after) && isOpen(each))
                                .min(Comparator.naturalOrder())
                                .stream())
                .findFirst();
    }

    private static Stream<LocalDate> daysFrom(LocalDate first) {
        return first.datesUntil(first.plusDays(DAYS_AHEAD + 1L));
    }

    /** Where the weeks no longer tell: holidays may close many of them, and an exception may open one far away. */
    private Stream<LocalDate> daysAfterExceptions(LocalDate first) {
        return Stream.concat(hours.holidays().stream(), hours.exceptions().keySet().stream())
                .filter(date -> date.isAfter(first))
                .flatMap(Schedule::daysFrom)
                .distinct()
                .sorted();
    }

    /** Every moment at which it may open on a day: where a period begins, and where the clock is changed. */
    private Stream<Instant> openings(LocalDate date) {
        ZoneRules rules = zone.getRules();
        Stream<Instant> beginnings = periods(date).stream()
                .map(period -> date.atTime(period.from()))
                .flatMap(local -> rules.getValidOffsets(local).stream().map(local::toInstant));
        ZoneOffsetTransition change =
                rules.nextTransition(date.atStartOfDay(zone).toInstant().minusSeconds(1));
        return Stream.concat(beginnings, Stream.ofNullable(instant(change)).filter(each -> isOn(date, each)));
    }

    private static @Nullable Instant instant(@Nullable ZoneOffsetTransition change) {
        return change == null ? null : change.getInstant();
    }

    private boolean isOn(LocalDate date, Instant moment) {
        return LocalDate.ofInstant(moment, zone).equals(date);
    }
}
