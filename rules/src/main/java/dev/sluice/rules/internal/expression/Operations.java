package dev.sluice.rules.internal.expression;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.rules.internal.check.Numbers;
import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.Arithmetic;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What comparing, calculating and calling mean: the meaning of rules, null-safe, bounded. The tree calls these methods,
 * and so does the text that MVEL evaluates; nothing else can be reached from there.
 */
public final class Operations {
    private static final Checks CHECKS = new Checks(text -> false);
    private static final int MAX_EXPONENT = 1_000;
    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_PLACES = 20;

    private final At at;

    Operations(At at) {
        this.at = at;
    }

    /** Whether {@code left} satisfies a check. */
    public boolean holds(Check check, Value left) {
        return check.holds(left, at);
    }

    /** Whether {@code left} compares with {@code right} as a rule with {@code operator} would. */
    public boolean compare(Value left, Operator operator, Value right) {
        return CHECKS.holds(left, operator, right, at) != Checks.inverted(operator);
    }

    /** Whether a value counts as true: the boolean, or its word. */
    public boolean truth(Value value) {
        Value plain = value.plain();
        boolean valid = !(value instanceof Typed typed) || typed.valid();
        return valid
                && (plain == Bool.TRUE
                        || (plain instanceof Text text
                                && Folding.fold(text.value()).equals("true")));
    }

    /** {@link #call} without a list, for functions of no argument. */
    public Value nullary(Function function) {
        return call(function, List.of());
    }

    /** {@link #call} without a list, for functions of one argument. */
    public Value unary(Function function, Value argument) {
        return call(function, List.of(argument));
    }

    /** {@link #call} without a list, for functions of two arguments. */
    public Value binary(Function function, Value first, Value second) {
        return call(function, List.of(first, second));
    }

    /** The value of a function; missing where it has no answer. */
    public Value call(Function function, List<Value> arguments) {
        return switch (function) {
            case ADD -> add(arguments.get(0), arguments.get(1));
            case NOW -> Moment.of(at.instant());
            case COALESCE -> arguments.get(0).isBlank() ? arguments.get(1) : arguments.get(0);
            case IS_BLANK -> Value.bool(arguments.get(0).isBlank());
            case LOWER, UPPER, TRIM, LENGTH -> text(function, arguments.get(0));
            case STARTS_WITH, ENDS_WITH ->
                Value.bool(
                        edge(function, arguments.get(0).text(), arguments.get(1).text()));
            default -> calculate(function, arguments);
        };
    }

    private static Value add(Value left, Value right) {
        BigDecimal first = number(left);
        BigDecimal second = number(right);
        boolean numeric = left.plain() instanceof Num || right.plain() instanceof Num;
        if (numeric && first != null && second != null) {
            return bounded(Arithmetic.add(first, second));
        }
        if (left.plain() instanceof Text || right.plain() instanceof Text) {
            String joined = left.text() + right.text();
            return joined.length() <= MAX_TEXT ? new Text(joined) : Value.missing();
        }
        return Value.missing();
    }

    private static Value text(Function function, Value value) {
        if (value.isAbsent()) {
            return function == Function.LENGTH ? Value.number(0) : Value.missing();
        }
        String text = value.text();
        return switch (function) {
            case LOWER -> new Text(text.toLowerCase(Locale.ROOT));
            case UPPER -> new Text(text.toUpperCase(Locale.ROOT));
            case TRIM -> new Text(Whitespace.trim(text));
            default -> Value.number(text.length());
        };
    }

    private static boolean edge(Function function, String text, String edge) {
        boolean start = function == Function.STARTS_WITH;
        int from = start ? 0 : text.length() - edge.length();
        return !edge.isEmpty() && text.regionMatches(true, from, edge, 0, edge.length());
    }

    private static Value calculate(Function function, List<Value> arguments) {
        BigDecimal first = number(arguments.get(0));
        BigDecimal second = arguments.size() < 2 ? BigDecimal.ZERO : number(arguments.get(1));
        if (first == null || second == null) {
            return Value.missing();
        }
        return switch (function) {
            case SUBTRACT -> bounded(Arithmetic.subtract(first, second));
            case MULTIPLY -> bounded(Arithmetic.multiply(first, second));
            case DIVIDE -> second.signum() == 0 ? Value.missing() : bounded(quotient(first, second));
            case REMAINDER -> remainder(first, second);
            case ABS -> bounded(first.abs());
            case ROUND -> rounded(first, second);
            case FLOOR -> bounded(first.setScale(0, RoundingMode.FLOOR));
            case CEIL -> bounded(first.setScale(0, RoundingMode.CEILING));
            case MIN -> bounded(first.min(second));
            case MAX -> bounded(first.max(second));
            default -> bounded(first);
        };
    }

    private static BigDecimal quotient(BigDecimal first, BigDecimal second) {
        BigDecimal quotient = Arithmetic.divide(first, second);
        BigDecimal shortest = quotient.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static Value remainder(BigDecimal first, BigDecimal second) {
        boolean tooFar =
                second.signum() == 0 || exponent(first) - exponent(second) > Arithmetic.PRECISION.getPrecision();
        return tooFar ? Value.missing() : bounded(first.remainder(second));
    }

    private static Value rounded(BigDecimal number, BigDecimal places) {
        boolean sensible = places.signum() >= 0 && places.compareTo(BigDecimal.valueOf(MAX_PLACES)) <= 0;
        return sensible ? bounded(number.setScale(places.intValue(), RoundingMode.HALF_UP)) : Value.missing();
    }

    /** A number that is small enough to calculate with, or null. */
    private static @Nullable BigDecimal number(Value value) {
        BigDecimal number = Numbers.of(value.plain());
        return number == null || tooLarge(number) ? null : number;
    }

    private static Value bounded(BigDecimal number) {
        return tooLarge(number) ? Value.missing() : Num.of(number);
    }

    private static boolean tooLarge(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_EXPONENT || exponent(number) > MAX_EXPONENT;
    }

    private static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
