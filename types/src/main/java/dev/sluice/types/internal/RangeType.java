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
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers: two numbers with a hyphen, dash, blank or word between them ({@code $50,000 - $75,000}, {@code 18
 * to 24}), one with an open end ({@code 650+}, {@code >100000}, {@code <100}, {@code over 5}, {@code up to 10}), or a
 * single number, which is its own minimum and maximum. ISO dates count as milliseconds since 1970 in UTC.
 *
 * <p>The smaller number is the minimum wherever it stands. Both may be negative; {@code k} and {@code M} multiply. Three
 * numbers, or two with anything else between them ({@code 1/5}, {@code 1,5}), are invalid rather than guessed. {@code avg}
 * is rounded to two decimals, {@code mid} is cut to a whole number; an open range has neither.
 */
public final class RangeType implements FieldType {
    private static final Shape PARTS = Shape.of("min", "max", "avg", "mid");
    private static final Map<String, String> ALIASES = Map.of(
            "middle", "mid", "minimum", "min", "maximum", "max", "average", "avg", "lower", "min", "upper", "max");
    private static final Problem NOT_A_RANGE =
            new Problem("not_a_range", "give one number or two, such as 18-24, 650+ or 25000 to 35000");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.ORDER,
            Operators.BLANK,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST);

    @Override
    public String name() {
        return "range";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        PlainRange plain = PlainRange.read(raw.value());
        if (plain != null) {
            return Typed.valid(this, raw, sameOrNew(raw, plain.text()), plain);
        }
        String text = EpochDates.replaceIn(raw.value());
        Range range = RangeReader.read(text);
        if (range == null) {
            return Typed.invalid(this, raw, raw, NOT_A_RANGE, Null.NULL, Null.NULL, Null.NULL, Null.NULL);
        }
        String normal = range.isSingle() ? text : range.text();
        return Typed.valid(this, raw, sameOrNew(raw, normal), () -> components(range));
    }

    private static Text sameOrNew(Text raw, String normal) {
        return normal.equals(raw.value()) ? raw : new Text(normal);
    }

    static Value[] components(Range range) {
        if (range.isSingle()) {
            Value only = number(range.min());
            return new Value[] {only, only, only, only};
        }
        return new Value[] {number(range.min()), number(range.max()), number(range.average()), number(range.middle())};
    }

    private static Value number(@Nullable BigDecimal number) {
        return number == null ? Null.NULL : Num.of(number);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Map<String, String> aliases() {
        return ALIASES;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
