package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an index may know of a check: which left-hand sides can satisfy it at all. Too wide is slow, too narrow is wrong. */
public sealed interface Reach {
    /** Nothing is known; the check must be asked. */
    Reach UNKNOWN = new Unknown();
    /** The check is cheap and the same for many: it is asked once for all of them. */
    Reach ASKED = new Asked();

    /** See {@link #UNKNOWN}. */
    record Unknown() implements Reach {}

    /** See {@link #ASKED}. */
    record Asked() implements Reach {}

    /** Only a left-hand side that has one of these {@linkplain #keys(Value) keys}. */
    record Keys(Set<Object> keys) implements Reach {}

    /** Only a number between two bounds, or a left-hand side that is {@linkplain #point no} number. */
    record Interval(double low, double high) implements Reach {}

    /** What satisfies a check of this reach or one of {@code other}. */
    default Reach or(Reach other) {
        if (!(this instanceof Keys mine && other instanceof Keys others)) {
            return UNKNOWN;
        }
        Set<Object> keys = new LinkedHashSet<>(mine.keys);
        keys.addAll(others.keys);
        return new Keys(keys);
    }

    /** The keys under which {@code left} may be found; null when it could equal something under any key. */
    static @Nullable List<Object> keys(Value left) {
        Value plain = left.plain();
        if (plain instanceof Arr || plain instanceof Obj || Moments.isTemporal(left)) {
            return null;
        }
        if (left.isBlank()) {
            return List.of();
        }
        BigDecimal number = Numbers.of(plain);
        String folded = Folding.fold(plain.text());
        return number == null ? List.of(folded) : List.of(folded, number.stripTrailingZeros());
    }

    /** Whether what is found under the keys of {@code left} is sure to equal it: its digits are no name. */
    static boolean sure(Value left) {
        return !Textual.is(left);
    }

    /** The number that {@code left} is compared as; not-a-number when it is not compared as one number. */
    static double point(Value left) {
        Span span = left.isBlank() || Textual.is(left) ? null : Span.of(left);
        return span == null || span.high() == null ? Double.NaN : span.low().doubleValue();
    }

    /** The reach of equality with one of {@code constants}. */
    static Reach of(List<Constant> constants) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Constant constant : constants) {
            if (constant.blank || constant.temporal || constant.value.plain() instanceof Arr) {
                return UNKNOWN;
            }
            keys.add(constant.folded);
            if (constant.number != null) {
                keys.add(constant.number.stripTrailingZeros());
            }
        }
        return new Keys(keys);
    }
}
