package dev.sluice.types.internal.time;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.time.LocalDate;
import java.util.Set;

/**
 * A day. Read are numbers with slashes, hyphens or points (month before day unless the {@link Parsing} says otherwise or
 * only the other order is possible), year first with any of them, eight digits, and months by their English names; with a
 * day of the week, which must agree, and a time of day, which is ignored without any shift of zones. Years of two digits
 * are 1969 to 2068. What is not a whole date, such as a year or a month alone, is invalid.
 *
 * <p>{@code age_days} and {@code age_hours} count from the start of the day in the zone of the moment.
 */
public final class DateType implements FieldType {
    static final Shape PARTS = Shape.of("day_of_week", "age_days", "age_hours", "hour");
    static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.ORDER, Operators.BLANK, Operators.FORMAT, Operators.BETWEEN);
    static final Problem NOT_A_DATE = new Problem("not_a_date", "give a whole date, such as 2026-03-15 or 3/15/2026");
    private static final Num MIDNIGHT = Num.of(0);

    @Override
    public String name() {
        return "date";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        At at = parsing.at();
        LocalDate day = requireNonNull(input, "input") instanceof Moment moment
                ? Moments.day(moment, at.zone())
                : DateReader.read(InputText.of(input), parsing.dateOrder(), null);
        return day == null ? Typed.invalid(this, input, InputText.raw(input), NOT_A_DATE) : valid(input, day, at);
    }

    private Typed valid(Value raw, LocalDate day, At at) {
        return Typed.valid(this, raw, Moment.of(day), new Found(day, at));
    }

    /** A day, and the moment from which its age is counted. */
    private record Found(LocalDate day, At at) implements Components {
        @Override
        public Value[] make() {
            long epochDay = day.toEpochDay();
            DayAge age = DayAge.of(day, epochDay, at);
            return new Value[] {Weekdays.name(epochDay), Num.of(age.days()), Num.of(age.hours()), MIDNIGHT};
        }
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
