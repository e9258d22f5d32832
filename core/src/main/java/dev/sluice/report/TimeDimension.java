package dev.sluice.report;

import dev.sluice.store.Likeness;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A stretch of time, by the clock of the report's zone. Weeks begin on Monday. Hours that a clock repeats are two. */
public enum TimeDimension implements Dimension {
    MINUTE("Minute", "uuuu-MM-dd'T'HH:mmXXX"),
    HOUR("Hour", "uuuu-MM-dd'T'HHXXX"),
    DAY("Day", "uuuu-MM-dd"),
    WEEK("Week", ""),
    MONTH("Month", "uuuu-MM"),
    QUARTER("Quarter", "uuuu-'Q'q"),
    YEAR("Year", "uuuu"),
    HOUR_OF_DAY("Hour of Day", "HH"),
    WEEKDAY("Weekday", "");

    private static final Map<String, TimeDimension> OTHER_NAMES =
            Map.of("minutely", MINUTE, "hourly", HOUR, "daily", DAY, "weekly", WEEK, "monthly", MONTH, "yearly", YEAR);

    private final String label;
    private final DateTimeFormatter form;

    TimeDimension(String label, String pattern) {
        this.label = label;
        this.form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    static Optional<TimeDimension> named(String name) {
        TimeDimension other = OTHER_NAMES.get(name);
        return other != null
                ? Optional.of(other)
                : Arrays.stream(values()).filter(each -> each.id().equals(name)).findFirst();
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return label;
    }

    /** What the stretch around {@code moment} is called; names sort in the order of time. */
    String of(ZonedDateTime moment) {
        return switch (this) {
            case WEEK ->
                "%04d-W%02d"
                        .formatted(
                                moment.get(IsoFields.WEEK_BASED_YEAR), moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case WEEKDAY ->
                moment.getDayOfWeek().getValue() + " "
                        + moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> form.format(moment);
        };
    }

    /** A stretch of time that lies in one of these as a rule; a zone may have broken it. */
    Likeness stretch(ZoneId zone) {
        if (this == MINUTE) {
            return Likeness.MINUTE;
        }
        boolean ofHours = this == HOUR || this == HOUR_OF_DAY;
        if (zone.normalized().equals(ZoneOffset.UTC) && !ofHours) {
            return Likeness.DAY;
        }
        int offset = zone.getRules().getStandardOffset(Instant.EPOCH).getTotalSeconds();
        return offset % 3_600 == 0 ? Likeness.HOUR : Likeness.QUARTER;
    }

    /** Whether its stretches follow each other, so that one in which nothing happened can be told. */
    boolean isLine() {
        return this != HOUR_OF_DAY && this != WEEKDAY;
    }

    /** When the next stretch begins. */
    ZonedDateTime next(ZonedDateTime moment) {
        return switch (this) {
            case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAY -> startOf(moment, UnaryOperator.identity()).plusDays(1);
            case WEEK ->
                startOf(moment, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                        .plusWeeks(1);
            case MONTH -> startOf(moment, day -> day.withDayOfMonth(1)).plusMonths(1);
            case QUARTER ->
                startOf(moment, day -> day.with(IsoFields.DAY_OF_QUARTER, 1)).plusMonths(3);
            case YEAR -> startOf(moment, day -> day.withDayOfYear(1)).plusYears(1);
            case HOUR_OF_DAY, WEEKDAY -> throw new IllegalStateException(this + " has no next stretch");
        };
    }

    private static ZonedDateTime startOf(ZonedDateTime moment, UnaryOperator<ZonedDateTime> first) {
        return first.apply(moment.truncatedTo(ChronoUnit.DAYS));
    }
}
