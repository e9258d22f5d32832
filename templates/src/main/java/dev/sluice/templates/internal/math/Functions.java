package dev.sluice.templates.internal.math;

import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of formulas by name. */
final class Functions {
    private static final int MAX_FACTORIAL = 170;
    private static final int MAX_ROUNDING = 100;
    private static final Map<String, Function> ALL = new HashMap<>();

    static {
        Map<String, DoubleUnaryOperator> reals = Map.of(
                "sin",
                Math::sin,
                "cos",
                Math::cos,
                "tan",
                Math::tan,
                "asin",
                Math::asin,
                "acos",
                Math::acos,
                "atan",
                Math::atan,
                "sqrt",
                Math::sqrt,
                "log",
                Math::log,
                "ln",
                Math::log,
                "exp",
                Math::exp);
        reals.forEach((name, real) -> unary(name, a -> Decimals.real(a, real)));
        unary("abs", BigDecimal::abs);
        unary("ceil", a -> a.setScale(0, RoundingMode.CEILING));
        unary("floor", a -> a.setScale(0, RoundingMode.FLOOR));
        unary("round", a -> Decimals.round(a, 0));
        unary("fac", Functions::factorial);
        binary("roundTo", Functions::roundTo);
        binary("atan2", (a, b) -> Decimals.of(Math.atan2(a.doubleValue(), b.doubleValue())));
        binary("pyt", (a, b) -> Decimals.of(Math.hypot(a.doubleValue(), b.doubleValue())));
        binary("pow", Decimals::power);
        ALL.put("min", new Function(1, Integer.MAX_VALUE, terms -> fold(terms, BigDecimal::min)));
        ALL.put("max", new Function(1, Integer.MAX_VALUE, terms -> fold(terms, BigDecimal::max)));
        ALL.put("if", new Function(3, 3, Functions::choice));
    }

    private Functions() {}

    /** A function: how many terms it takes, and what it makes of them. */
    record Function(int least, int most, Maker maker) {}

    /** Makes a term of terms. */
    @FunctionalInterface
    interface Maker {
        Term of(List<Term> terms);
    }

    static @Nullable Function named(String name) {
        return ALL.get(name);
    }

    private static void unary(String name, Term.Unary function) {
        ALL.put(name, new Function(1, 1, terms -> terms.get(0).then(function)));
    }

    private static void binary(String name, Term.Binary function) {
        ALL.put(name, new Function(2, 2, terms -> terms.get(0).with(terms.get(1), function)));
    }

    private static Term fold(List<Term> terms, Term.Binary function) {
        return terms.stream().reduce((a, b) -> a.with(b, function)).orElseThrow();
    }

    static Term choice(List<Term> terms) {
        return (Value[] variables) -> {
            BigDecimal condition = terms.get(0).of(variables);
            return condition == null
                    ? null
                    : terms.get(condition.signum() != 0 ? 1 : 2).of(variables);
        };
    }

    private static @Nullable BigDecimal factorial(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MAX_FACTORIAL)) > 0) {
            return null;
        }
        BigDecimal product = BigDecimal.ONE;
        for (int i = 2; i <= number.intValue(); i++) {
            product = product.multiply(BigDecimal.valueOf(i));
        }
        return product;
    }

    private static @Nullable BigDecimal roundTo(BigDecimal number, BigDecimal digits) {
        return digits.abs().compareTo(BigDecimal.valueOf(MAX_ROUNDING)) > 0
                ? null
                : Decimals.round(number, digits.intValue());
    }
}
