package dev.sluice.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Divisions, which give nothing where there is nothing to divide by. */
final class Ratio {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Ratio() {}

    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL128);
    }

    static @Nullable BigDecimal of(BigDecimal part, long whole) {
        return of(part, BigDecimal.valueOf(whole));
    }

    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return of(part.multiply(HUNDRED), whole);
    }

    static @Nullable BigDecimal percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
