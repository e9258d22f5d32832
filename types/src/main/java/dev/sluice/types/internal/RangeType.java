package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** A range of numbers. */
public final class RangeType implements FieldType {
    private static final Shape PARTS = Shape.of("min", "max", "avg", "mid");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.ORDER,
            Operators.BLANK,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST);
    private static final Problem PROBLEM = new Problem("not_a_range", "this is no range");

    @Override
    public String name() {
        return "range";
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
