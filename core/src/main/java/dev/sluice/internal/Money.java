package dev.sluice.internal;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Amounts out of values. An amount is a plain decimal number from 0 to {@link #MAXIMUM}; anything else is no amount. */
final class Money {
    static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000);
    private static final int MAX_DIGITS = 40;

    private Money() {}

    static Optional<BigDecimal> of(Value value) {
        Value plain = value.plain();
        if (plain instanceof Num num) {
            return bounded(num.value());
        }
        return plain instanceof Text text ? ofText(text.value().trim()) : Optional.empty();
    }

    private static Optional<BigDecimal> ofText(String text) {
        return isDecimal(text) ? bounded(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> bounded(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(MAXIMUM) <= 0 ? Optional.of(amount) : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
        }
        return digits > 0 && points <= 1 && digits + points == text.length() && digits <= MAX_DIGITS;
    }
}
