package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/**
 * A decimal number. Of a text only digits, point and minus count: currency signs, words, percent and plus signs and
 * commas between thousands fall away, so {@code $1,234.56}, {@code 75.5%} and {@code 1 000} are numbers.
 *
 * <p>Read by their meaning: scientific notation ({@code 1.5e3}), amounts in brackets ({@code ($100)} is negative), a
 * decimal comma ({@code 1.000,50}, {@code 1,5}), typographic minus signs; a hyphen inside a word is no sign. Invalid
 * rather than guessed: fractions, hexadecimal, two numbers with a slash or semicolon between them, numbers that no
 * double can hold. The normal form of an invalid number is null.
 */
public final class NumberType implements FieldType {
    private static final Problem NOT_A_NUMBER =
            new Problem("not_a_number", "give one decimal number, such as 1,234.56");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.ORDER,
            Operators.BLANK,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.BETWEEN);

    @Override
    public String name() {
        return "number";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        if (requireNonNull(input, "input") instanceof Text text) {
            Num number = NumberReader.read(text.value());
            return number == null ? invalid(text) : Typed.valid(this, text, number);
        }
        return input instanceof Num num && NumberReader.isInRange(num.value())
                ? Typed.valid(this, input, input)
                : invalid(input);
    }

    private Typed invalid(Value raw) {
        return Typed.invalid(this, raw, Null.NULL, NOT_A_NUMBER);
    }

    @Override
    public Value read(Value input, Parsing parsing) {
        return Reparsing.read(this, input, parsing);
    }

    @Override
    public Shape parts() {
        return Shape.EMPTY;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
