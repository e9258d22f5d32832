package dev.sluice.rules.internal.check;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a value says about a quantity: a number is both its own bounds, a range stands for its average, an open range
 * ({@code 700+}) is known only from below.
 *
 * @param low the number or average to compare with "greater"; for an open range its lower bound
 * @param high the same to compare with "less"; null when nothing is known from above
 */
record Span(BigDecimal low, @Nullable BigDecimal high) {

    static @Nullable Span of(Value left) {
        Value plain = left.plain();
        if (left instanceof Typed typed && typed.type().name().equals("range")) {
            return range(typed);
        }
        BigDecimal number = Numbers.of(plain);
        if (number != null) {
            return new Span(number, number);
        }
        return plain instanceof Text text ? range(text.value()) : null;
    }

    private static @Nullable Span range(Typed range) {
        if (range.part("avg") instanceof Num average) {
            return new Span(average.value(), average.value());
        }
        return range.part("min") instanceof Num least ? new Span(least.value(), null) : null;
    }

    private static @Nullable Span range(String text) {
        int length = text.length();
        if (length > 1 && text.charAt(length - 1) == '+') {
            BigDecimal least = Numbers.of(text, 0, length - 1);
            return least == null ? null : new Span(least, null);
        }
        int hyphen = text.indexOf('-', 1);
        BigDecimal from = hyphen < 0 ? null : Numbers.of(text, 0, hyphen);
        BigDecimal to = from == null ? null : Numbers.of(text, hyphen + 1, length);
        return from == null || to == null ? null : average(from, to);
    }

    private static Span average(BigDecimal from, BigDecimal to) {
        BigDecimal average = from.add(to, MathContext.DECIMAL64).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
        return new Span(average, average);
    }
}
