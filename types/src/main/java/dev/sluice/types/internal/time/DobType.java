package dev.sluice.types.internal.time;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Bool;
import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import java.time.LocalDate;
import java.util.Set;

/**
 * A date of birth, read as {@link DateType} reads dates, but years of two digits lie in the past and a day after today
 * is invalid. {@code age} is in years and tenths, truncated, by the day in UTC; births on 29 February have their birthday
 * on 1 March of other years. Masked, it shows the year alone.
 */
public final class DobType implements FieldType {
    private static final Shape PARTS = Shape.of("age", "year", "masked");
    private static final long SECONDS_OF_DAY = 86_400;
    private static final Problem IN_THE_FUTURE =
            new Problem("in_the_future", "a date of birth cannot lie in the future");

    @Override
    public String name() {
        return "dob";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        LocalDate today =
                LocalDate.ofEpochDay(Math.floorDiv(parsing.at().instant().getEpochSecond(), SECONDS_OF_DAY));
        LocalDate birth = requireNonNull(input, "input") instanceof Moment moment
                ? Moments.day(moment, parsing.at().zone())
                : DateReader.read(InputText.of(input), parsing.dateOrder(), today);
        if (birth == null || birth.isAfter(today)) {
            return invalid(input, birth == null ? DateType.NOT_A_DATE : IN_THE_FUTURE);
        }
        return Typed.valid(this, input, Moment.of(birth), new Found(birth, today));
    }

    /** A day of birth, as it is today. */
    private record Found(LocalDate birth, LocalDate today) implements Components {
        @Override
        public Value[] make() {
            return new Value[] {Age.of(birth, today), Num.of(birth.getYear()), Bool.FALSE};
        }
    }

    private Typed invalid(Value raw, Problem problem) {
        return Typed.invalid(this, raw, InputText.raw(raw), problem, Missing.MISSING, Missing.MISSING, Bool.FALSE);
    }

    @Override
    public Typed mask(Typed value) {
        if (!value.valid()) {
            return FieldType.super.mask(value);
        }
        Text year = new Text("**/**/" + value.part("year").text());
        return value.masked(year, year, value.component(0), value.component(1), Bool.TRUE);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return DateType.OPERATORS;
    }

    @Override
    public boolean isMaskable() {
        return true;
    }
}
