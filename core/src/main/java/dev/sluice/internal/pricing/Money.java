package dev.sluice.internal.pricing;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Amounts out of values. An amount is a plain decimal number from 0 to {@link #MAXIMUM}; anything else is no amount. */
public final class Money {
    public static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000);
    private static final int MAX_DIGITS = 40;
    private static final int SHOWN_PLACES = 2;

    private Money() {}

    public static Optional<BigDecimal> of(Value value) {
        return signed(value).filter(Money::isPrice);
    }

    /** An amount that may be below nothing: what is added to a price. */
    static Optional<BigDecimal> signed(Value value) {
        Value plain = value.plain();
        if (plain instanceof Num num) {
            return Optional.of(num.value()).filter(Money::isPlain);
        }
        return plain instanceof Text text ? ofText(text.value().trim()) : Optional.empty();
    }

    private static Optional<BigDecimal> ofText(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return isDecimal(digits) ? Optional.of(new BigDecimal(text)).filter(Money::isPlain) : Optional.empty();
    }

    /** Whether it is neither negative nor too high nor finer than any money. */
    static boolean isPrice(BigDecimal amount) {
        return amount.signum() >= 0 && isPlain(amount) && amount.compareTo(MAXIMUM) <= 0;
    }

    /** Whether calculating with it takes no more than ordinary effort. */
    public static boolean isPlain(BigDecimal amount) {
        return Math.abs((long) amount.scale()) <= MAX_DIGITS && amount.precision() <= MAX_DIGITS;
    }

    /** As people and sources are told: at most two places, half a cent up. */
    public static BigDecimal shown(BigDecimal amount) {
        return amount.scale() > SHOWN_PLACES ? amount.setScale(SHOWN_PLACES, RoundingMode.HALF_UP) : amount;
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
