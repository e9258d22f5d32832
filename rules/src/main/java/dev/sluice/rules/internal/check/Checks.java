package dev.sluice.rules.internal.check;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.pattern.InvalidPatternException;
import dev.sluice.rules.internal.pattern.Pattern;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the check of an operator and its right-hand side. Operators that are the inverse of another get the other's check. */
public final class Checks {
    private final Predicate<String> obscene;

    /** Checks whose {@code is obscene} asks {@code obscene}. */
    public Checks(Predicate<String> obscene) {
        this.obscene = obscene;
    }

    /** Whether the check of {@code operator} must fail for the operator to hold. */
    public static boolean inverted(Operator operator) {
        return operator.inverse()
                .map(other -> other.ordinal() < operator.ordinal())
                .orElse(false);
    }

    /**
     * The check of {@code operator}, or of its inverse when {@link #inverted}; never null, at worst one with a fault.
     *
     * @param type of the left-hand side, which reads what stands on the right as it would read a lead's; null when it has none
     */
    public Check of(Operator operator, Value right, @Nullable FieldType type) {
        Reading reading = Reading.by(type);
        return switch (operator) {
            case IS_EQUAL_TO, IS_NOT_EQUAL_TO -> equal(right, reading);
            case IS_LESS_THAN -> compare(right, false, false);
            case IS_LESS_THAN_OR_EQUAL_TO -> compare(right, false, true);
            case IS_GREATER_THAN -> compare(right, true, false);
            case IS_GREATER_THAN_OR_EQUAL_TO -> compare(right, true, true);
            case IS_BETWEEN -> between(right, true);
            case IS_NOT_BETWEEN -> between(right, false);
            case IS_INCLUDED_IN, IS_NOT_INCLUDED_IN -> member(right, reading);
            case INCLUDES, DOES_NOT_INCLUDE -> right.isBlank() ? noRight("includes") : new Includes(right, reading);
            case MATCHES_PATTERN, DOES_NOT_MATCH_PATTERN -> matches(right);
            default -> unary(operator);
        };
    }

    /** Whether {@code left} compares with a right-hand side that was not known before as {@code operator}, uninverted, asks. */
    public boolean holds(Value left, Operator operator, Value right, At at) {
        return of(operator, right, left instanceof Typed typed ? typed.type() : null)
                .holds(left, at);
    }

    private Check unary(Operator operator) {
        return switch (operator) {
            case IS_BLANK, IS_NOT_BLANK -> new Blank();
            case IS_TRUE, IS_NOT_TRUE -> new Flag(Bool.TRUE);
            case IS_FALSE, IS_NOT_FALSE -> new Flag(Bool.FALSE);
            case FORMAT_IS_VALID -> new Valid(true);
            case FORMAT_IS_INVALID -> new Valid(false);
            default -> new Obscene(obscene);
        };
    }

    private static Check compare(Value right, boolean greater, boolean orEqual) {
        if (right.isBlank()) {
            return noRight(greater ? "is greater than" : "is less than");
        }
        Constant bound = bound(right, greater);
        if (!bound.comparable()) {
            return Check.never(
                    "not_comparable", "only numbers and dates have an order, and the right-hand side is neither");
        }
        return new Compare(bound, greater, orEqual);
    }

    /** A range is as large as its average; one without an end has a least value only. */
    private static Constant bound(Value right, boolean greater) {
        Constant bound = Constant.of(right);
        Span range = bound.comparable() ? null : Span.of(right);
        BigDecimal average = range == null ? null : greater ? range.high() : range.low();
        return average == null ? bound : Constant.of(Value.number(average));
    }

    private static Check between(Value right, boolean inside) {
        Bounds bounds = Bounds.of(right);
        if (bounds == null) {
            return Check.never(
                    "invalid_range", "the right-hand side is no range; write 5-10, 5 to 10, 5 and 10 or [5, 10]");
        }
        if (bounds.impossible()) {
            return Check.never(
                    "impossible_range",
                    "nothing lies in a range whose first bound is above its second; turn them round");
        }
        return new Between(bounds.low(), bounds.high(), inside);
    }

    private static Check equal(Value right, Reading reading) {
        Value normal = reading.of(right);
        EqualTo written = new EqualTo(right);
        return normal.equals(right) ? written : new EitherSpelling(written, new EqualTo(normal));
    }

    private static Check member(Value right, Reading reading) {
        List<Value> elements = Lists.elements(right);
        return elements.isEmpty()
                ? Check.never("empty_list", "the list is empty; give at least one value")
                : new MemberOf(elements.stream()
                        .flatMap(element -> reading.spellings(element).stream())
                        .toList());
    }

    private static Check matches(Value right) {
        List<Value> texts = right.plain() instanceof Arr arr ? arr.values() : List.of(right);
        List<Pattern> patterns = new ArrayList<>();
        for (Value text : texts) {
            if (text.isBlank()) {
                return noRight("matches pattern");
            }
            try {
                patterns.add(Pattern.of(text.text()));
            } catch (InvalidPatternException invalid) {
                return Check.never("invalid_pattern", invalid.getMessage());
            }
        }
        return patterns.isEmpty() ? noRight("matches pattern") : new Matches(patterns);
    }

    private static Check noRight(String operator) {
        return Check.never("missing_rhv", "'" + operator + "' needs a right-hand side");
    }
}
