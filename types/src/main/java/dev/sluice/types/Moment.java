package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day without a time of day, or an instant. */
public final class Moment implements Value {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private final @Nullable LocalDate day;
    private final @Nullable Instant instant;

    private Moment(@Nullable LocalDate day, @Nullable Instant instant) {
        this.day = day;
        this.instant = instant;
    }

    /** The day {@code day}. */
    public static Moment of(LocalDate day) {
        return new Moment(requireNonNull(day, "day"), null);
    }

    /** The instant {@code instant}. */
    public static Moment of(Instant instant) {
        return new Moment(null, requireNonNull(instant, "instant"));
    }

    /** True for a day, false for an instant. */
    public boolean isDay() {
        return day != null;
    }

    /** The day, when this is one. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** The calendar day in {@code zone}; a day is the same everywhere. */
    public LocalDate dayIn(ZoneId zone) {
        return day != null ? day : LocalDate.ofInstant(exact(), zone);
    }

    /** The instant; a day begins at its first valid time in {@code zone}. */
    public Instant instantIn(ZoneId zone) {
        return day != null ? day.atStartOfDay(zone).toInstant() : exact();
    }

    private Instant exact() {
        return requireNonNull(instant, "instant");
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Value part(String name) {
        return Missing.MISSING;
    }

    /** ISO-8601: {@code 2026-03-15}, or {@code 2026-03-15T14:30:00.000Z} with exactly three digits of a second. */
    @Override
    public String text() {
        return day != null ? day.toString() : text(exact());
    }

    /** Instants of years that have no four digits come as the JDK writes them; some of those no calendar holds. */
    private static String text(Instant instant) {
        boolean usual = !instant.isBefore(FIRST) && instant.isBefore(LAST);
        return usual ? InstantText.of(instant) : instant.toString();
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.moment(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Moment moment
                && Objects.equals(day, moment.day)
                && Objects.equals(instant, moment.instant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, instant);
    }

    @Override
    public String toString() {
        return isDay() ? "day" : "instant";
    }
}
