package dev.sluice.types.internal.time;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instant, in nearly any words: ISO dates and times, US and mail and browser formats, English sentences ({@code call me
 * on March 15 at 3pm}), and words relative to now ({@code tomorrow}, {@code a week ago}, {@code next Friday}). The first
 * moment that the text names counts; a text with an impossible date or time in it is invalid.
 *
 * <p>Without an offset, abbreviation or IANA name behind the time, the zone of the moment counts. A bare day of the week is
 * the nearest, {@code next} the following week's; a day without a year is in the nearest one; without a time of day it
 * is noon, {@code tonight} 22:00, {@code midnight} the end of the day. Years of two digits are 1951 to 2050. Fractions of
 * a second have up to three digits; longer ones are dropped. Numbers alone are no times. The components are in the zone
 * of the moment.
 */
public final class TimeType implements FieldType {
    private static final Problem NOT_A_TIME =
            new Problem("not_a_time", "give a date and time, such as 2026-03-15 14:30 or 3/15/2026 2:30 PM");

    @Override
    public String name() {
        return "time";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Instant instant = requireNonNull(input, "input") instanceof Moment moment
                ? Moments.instant(moment, parsing.at().zone())
                : instant(InputText.of(input), parsing);
        return instant == null
                ? Typed.invalid(this, input, InputText.raw(input), NOT_A_TIME)
                : valid(input, instant, parsing);
    }

    private static @Nullable Instant instant(String text, Parsing parsing) {
        Instant plain = IsoTime.read(text);
        return plain == null ? TimeReader.read(text, parsing) : plain;
    }

    private Typed valid(Value raw, Instant instant, Parsing parsing) {
        ZonedDateTime local = instant.atZone(parsing.at().zone());
        Duration age = Duration.between(instant, parsing.at().instant());
        return Typed.valid(
                this,
                raw,
                Moment.of(instant),
                Weekdays.name(local.getDayOfWeek()),
                Num.of(age.toDays()),
                Num.of(age.toHours()),
                Num.of(local.getHour()));
    }

    @Override
    public Shape parts() {
        return DateType.PARTS;
    }

    @Override
    public Set<String> operators() {
        return DateType.OPERATORS;
    }
}
