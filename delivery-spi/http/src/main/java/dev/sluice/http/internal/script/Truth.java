package dev.sluice.http.internal.script;

import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** How values count and compare: numbers as numbers also when they are written as text. */
final class Truth {
    private static final int LONGEST_NUMBER = 40;

    private Truth() {}

    /** False are what is absent, false, zero and empty text. */
    static boolean of(Value value) {
        if (value instanceof Bool bool) {
            return bool.value();
        }
        if (value instanceof Num num) {
            return num.value().signum() != 0;
        }
        return !value.isAbsent() && !(value instanceof Text text && text.value().isEmpty());
    }

    static boolean equal(Value left, Value right) {
        if (left.isAbsent() || right.isAbsent()) {
            return left.isAbsent() && right.isAbsent();
        }
        Optional<BigDecimal> a = number(left);
        Optional<BigDecimal> b = number(right);
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get()) == 0
                : left.text().equals(right.text());
    }

    /** Whether {@code left} and {@code right} are numbers, and in that order. */
    static Optional<Integer> compare(Value left, Value right) {
        return number(left).flatMap(a -> number(right).map(a::compareTo));
    }

    static Optional<BigDecimal> number(Value value) {
        if (value instanceof Num num) {
            return Optional.of(num.value());
        }
        if (!(value instanceof Text text) || text.value().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.value().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
