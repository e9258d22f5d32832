package dev.sluice.types.internal.time;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Set;

/** An instant. */
public final class TimeType implements FieldType {
    private static final Shape PARTS = Shape.of("day_of_week", "age_days", "age_hours", "hour");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.ORDER, Operators.BLANK, Operators.FORMAT, Operators.BETWEEN);
    private static final Problem PROBLEM = new Problem("not_a_time", "this is no time");

    @Override
    public String name() {
        return "time";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        return Typed.invalid(this, raw, raw, PROBLEM);
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
