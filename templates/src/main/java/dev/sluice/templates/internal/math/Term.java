package dev.sluice.templates.internal.math;

import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of a formula. Truth is 1 or 0; null is no number, and so is what is calculated from it. */
@FunctionalInterface
interface Term {

    @Nullable BigDecimal of(Value[] variables);

    static Term constant(BigDecimal number) {
        return variables -> number;
    }

    default boolean holds(Value[] variables) {
        BigDecimal number = of(variables);
        return number != null && number.signum() != 0;
    }

    /** The term that applies {@code function} to this one and {@code right}. */
    default Term with(Term right, Binary function) {
        return variables -> {
            BigDecimal a = of(variables);
            BigDecimal b = a == null ? null : right.of(variables);
            return a == null || b == null ? null : function.apply(a, b);
        };
    }

    /** The term that applies {@code function} to this one. */
    default Term then(Unary function) {
        return variables -> {
            BigDecimal a = of(variables);
            return a == null ? null : function.apply(a);
        };
    }

    static BigDecimal truth(boolean holds) {
        return holds ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** A function of one number. */
    @FunctionalInterface
    interface Unary {
        @Nullable BigDecimal apply(BigDecimal a);
    }

    /** A function of two numbers. */
    @FunctionalInterface
    interface Binary {
        @Nullable BigDecimal apply(BigDecimal a, BigDecimal b);
    }
}
