package dev.sluice.flow;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** What lengths of time and windows of caps are counted in. */
public enum TimeUnit {
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;
    private final String text = name().toLowerCase(Locale.ROOT);

    TimeUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The word in definitions: {@code day}. */
    public String text() {
        return text;
    }

    /** The unit with this word. */
    public static Optional<TimeUnit> named(String text) {
        for (TimeUnit unit : values()) {
            if (unit.text.equals(text)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The same unit of java.time. */
    public ChronoUnit unit() {
        return unit;
    }

    /** The first moment of the unit that {@code moment} lies in; an hour that a clock change repeats counts as two. */
    public ZonedDateTime startOf(ZonedDateTime moment) {
        return switch (this) {
            case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> midnight(moment);
            case WEEK -> midnight(moment.minusDays(moment.getDayOfWeek().getValue() - 1L));
            case MONTH -> midnight(moment.with(TemporalAdjusters.firstDayOfMonth()));
            case YEAR -> midnight(moment.with(TemporalAdjusters.firstDayOfYear()));
        };
    }

    private static ZonedDateTime midnight(ZonedDateTime moment) {
        return moment.toLocalDate().atStartOfDay(moment.getZone());
    }
}
