package dev.sluice.types.internal;

import dev.sluice.types.Num;
import dev.sluice.types.Whitespace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one number out of a text: what is no digit, point or minus falls away, unless it changes the meaning. */
final class NumberReader {
    /** As many digits as the largest double has, and some after the point. */
    private static final int MOST_DIGITS = 400;

    private static final int LARGEST_EXPONENT = 308;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final String SUPERSCRIPTS = "\u00b2\u00b3\u00b9";
    /** Signs that make two numbers, or a fraction, of the digits around them. */
    private static final String JOINTS = "/;";

    private final String text;
    private final StringBuilder kept = new StringBuilder();

    private NumberReader(String text) {
        this.text = text;
    }

    /** The number that {@code text} holds, or null. */
    static @Nullable Num read(String text) {
        Num plain = PlainNumber.read(text);
        if (plain != null) {
            return plain;
        }
        BigDecimal number = ofAmount(Whitespace.trim(text));
        return number != null && isInRange(number) ? Num.of(number) : null;
    }

    /** Whether a double can hold {@code number}, more or less precisely. */
    static boolean isInRange(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        return magnitude <= LARGEST_EXPONENT + 1L
                && magnitude >= -MOST_DIGITS
                && number.precision() <= MOST_DIGITS
                && number.abs().compareTo(LARGEST) <= 0;
    }

    /** Amounts in brackets are negative. */
    private static @Nullable BigDecimal ofAmount(String text) {
        boolean bracketed = text.startsWith("(")
                && text.endsWith(")")
                && text.indexOf('(', 1) < 0
                && text.chars().noneMatch(Character::isLetter);
        BigDecimal number = new NumberReader(text).number();
        return bracketed && number != null && number.signum() > 0 ? number.negate() : number;
    }

    private @Nullable BigDecimal number() {
        String scientific = Scientific.in(text);
        if (scientific != null) {
            return scientific.isEmpty() ? null : new BigDecimal(scientific);
        }
        int comma = decimalComma();
        for (int i = 0; i < text.length(); i++) {
            if (isUnreadable(i) || kept.length() > MOST_DIGITS) {
                return null;
            }
            keep(i, comma);
        }
        return isNumber() ? new BigDecimal(kept.toString()) : null;
    }

    private void keep(int i, int comma) {
        char c = text.charAt(i);
        if (isDigit(i) || (c == '.' && comma < 0)) {
            kept.append(c);
        } else if (i == comma) {
            kept.append('.');
        } else if (NumberFinder.isDash(c) && isSign(i)) {
            kept.append('-');
        }
    }

    /** Digits and decimal points of other scripts, fractions, hexadecimal numbers, and what joins two numbers. */
    private boolean isUnreadable(int i) {
        char c = text.charAt(i);
        if (c >= 128) {
            int type = Character.getType(c);
            return (NumberFinder.FOREIGN_POINTS.indexOf(c) >= 0 && isDigit(i + 1))
                    || type == Character.DECIMAL_DIGIT_NUMBER
                    || (type == Character.OTHER_NUMBER && SUPERSCRIPTS.indexOf(c) < 0);
        }
        if (c == 'x' || c == 'X') {
            return i > 0 && text.charAt(i - 1) == '0' && kept.length() == 1 && i + 1 < text.length() && isHex(i + 1);
        }
        return JOINTS.indexOf(c) >= 0 && endsInDigit() && isDigitBehind(i);
    }

    private boolean isHex(int i) {
        return text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
    }

    private boolean endsInDigit() {
        return !kept.isEmpty() && kept.charAt(kept.length() - 1) >= '0';
    }

    private boolean isDigitBehind(int i) {
        int at = i + 1;
        while (at < text.length() && Whitespace.is(text.charAt(at))) {
            at++;
        }
        return isDigit(at);
    }

    /** A hyphen between two letters is none; other dashes are only directly before a number. */
    private boolean isSign(int i) {
        char behind = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (text.charAt(i) != '-') {
            return behind == '.' || isDigit(i + 1) || Character.getType(behind) == Character.CURRENCY_SYMBOL;
        }
        return !(i > 0 && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(behind));
    }

    /** The place of a comma before the decimals: the only one, one or two digits behind it and no point; -1 if none. */
    private int decimalComma() {
        int comma = text.indexOf(',');
        if (comma < 1 || !isDigit(comma - 1) || text.indexOf(',', comma + 1) >= 0 || text.indexOf('.', comma) >= 0) {
            return -1;
        }
        int end = comma + 1;
        while (isDigit(end)) {
            end++;
        }
        int decimals = end - comma - 1;
        boolean last = text.chars().skip(end).noneMatch(c -> c >= '0' && c <= '9');
        return (decimals == 1 || decimals == 2) && last ? comma : -1;
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** One minus at most, at the start; one point at most; a digit at least. */
    private boolean isNumber() {
        int points = 0;
        int digits = 0;
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            if (c == '-' && i > 0) {
                return false;
            }
            points += c == '.' ? 1 : 0;
            digits += c >= '0' ? 1 : 0;
        }
        return points <= 1 && digits > 0 && digits <= MOST_DIGITS;
    }
}
