package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Comparison of two values: as numbers when both are, else as text, upper and lower case apart. */
final class Comparing {
    private Comparing() {}

    static Function bind(Site site) {
        Value right = site.constant(2);
        boolean two = right != null && right.isMissing();
        if (two) {
            return (a, at) -> Value.bool(isEqual(a[0], a[1]));
        }
        Value operator = site.constant(1);
        IntPredicate test = operator == null ? null : test(operator.text());
        if (test == null) {
            throw site.fault("the operator is one of == != < <= > >=, written in the template");
        }
        boolean equality = test.test(0) && !test.test(1) && !test.test(-1);
        boolean inequality = !test.test(0) && test.test(1) && test.test(-1);
        if (equality || inequality) {
            return (a, at) -> Value.bool(isEqual(a[0], a[2]) == equality);
        }
        return (a, at) -> Value.bool(!a[0].isBlank() && !a[2].isBlank() && test.test(compare(a[0], a[2])));
    }

    private static @Nullable IntPredicate test(String operator) {
        return switch (operator) {
            case "==", "===", "=", "eq" -> sign -> sign == 0;
            case "!=", "!==", "ne" -> sign -> sign != 0;
            case "<", "lt" -> sign -> sign < 0;
            case "<=", "lte" -> sign -> sign <= 0;
            case ">", "gt" -> sign -> sign > 0;
            case ">=", "gte" -> sign -> sign >= 0;
            default -> null;
        };
    }

    static boolean isEqual(Value left, Value right) {
        return compare(left, right) == 0;
    }

    private static int compare(Value left, Value right) {
        BigDecimal a = Numbers.of(left);
        BigDecimal b = Numbers.of(right);
        return a != null && b != null ? a.compareTo(b) : Values.text(left).compareTo(Values.text(right));
    }
}
