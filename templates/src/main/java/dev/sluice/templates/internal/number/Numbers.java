package dev.sluice.templates.internal.number;

import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What counts as a number. */
public final class Numbers {
    private static final int MAX_DIGITS = 400;

    private Numbers() {}

    /** The number that a value is or spells, with currency signs and thousands separators allowed; null when it is none. */
    public static @Nullable BigDecimal of(Value value) {
        Value plain = value.plain();
        if (plain instanceof Num number) {
            return number.value();
        }
        if (value instanceof Typed typed && typed.part("avg") instanceof Num average) {
            return average.value();
        }
        return plain instanceof Text text ? spelled(text.value()) : null;
    }

    private static @Nullable BigDecimal spelled(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ',' && c != '$' && c != '\u20ac' && c != '\u00a3' && !Character.isWhitespace(c)) {
                digits.append(c);
            }
        }
        return digits.length() <= MAX_DIGITS && isDecimal(digits) ? new BigDecimal(digits.toString()) : null;
    }

    /** Whether {@code text} is a plain decimal: sign, digits, at most one point. */
    private static boolean isDecimal(CharSequence text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = i == 0 && (c == '-' || c == '+');
            points += c == '.' ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
            if (!sign && c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
