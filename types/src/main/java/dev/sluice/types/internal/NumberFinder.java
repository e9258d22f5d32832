package dev.sluice.types.internal;

import dev.sluice.types.Whitespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of a text: with thousands separators, exponents, multipliers and signs. */
final class NumberFinder {
    private static final int MOST_NUMBERS = 8;
    private static final int MOST_DIGITS = 400;
    private static final int MOST_EXPONENT_DIGITS = 3;
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d";

    /** What stands before decimals elsewhere: the Arabic sign, and a point at half height. */
    static final String FOREIGN_POINTS = "\u066b\u00b7";

    private final String text;
    private final List<FoundNumber> found = new ArrayList<>(2);
    private boolean malformed;
    private int at;

    private NumberFinder(String text) {
        this.text = text;
    }

    /** The numbers of {@code text} in order; none when there are too many or one cannot be read for sure. */
    static List<FoundNumber> in(String text) {
        NumberFinder finder = new NumberFinder(text);
        finder.findAll();
        return finder.malformed ? List.of() : finder.grouped();
    }

    static boolean isDash(char c) {
        return DASHES.indexOf(c) >= 0;
    }

    private void findAll() {
        while (at < text.length() && !malformed) {
            char c = text.charAt(at);
            boolean starts = isDigit(at) || (c == '.' && isDigit(at + 1));
            if (starts) {
                numeral();
                malformed |= found.size() > MOST_NUMBERS;
            } else {
                malformed |= isForeignNumber(c) || (FOREIGN_POINTS.indexOf(c) >= 0 && isDigit(at + 1));
                at++;
            }
        }
    }

    private static boolean isForeignNumber(char c) {
        if (c < 128) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private void numeral() {
        int from = at;
        while (isDigit(at) || (isSeparator(at) && isDigit(at + 1)) || (isSeparator(at) && isSeparator(at + 1))) {
            at++;
        }
        int end = at;
        String digits = text.substring(from, end);
        String plain = digits.replace(",", "");
        if (!isWellFormed(digits) || plain.length() > MOST_DIGITS) {
            malformed = true;
            return;
        }
        BigDecimal value = new BigDecimal(plain).scaleByPowerOfTen(exponent() + multiplier());
        int sign = signBefore(from);
        boolean whole = end == at && plain.indexOf('.') < 0;
        found.add(new FoundNumber(
                sign < 0 ? value : value.negate(),
                sign < 0 ? from : sign,
                at,
                whole ? plain.length() : 0,
                plain.charAt(0) == '0'));
    }

    private boolean isSeparator(int i) {
        return i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',');
    }

    /** At most one point, and commas only before groups of digits, the last of three. */
    private static boolean isWellFormed(String digits) {
        int point = digits.indexOf('.');
        if (point >= 0 && (digits.indexOf('.', point + 1) >= 0 || digits.indexOf(',', point) >= 0)) {
            return false;
        }
        int end = point < 0 ? digits.length() : point;
        int comma = digits.lastIndexOf(',');
        return comma < 0 || (comma > 0 && end - comma - 1 == 3 && digits.indexOf(",,") < 0);
    }

    private int exponent() {
        boolean letter = at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
        boolean signed = letter && at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
        int from = at + (signed ? 2 : 1);
        if (!letter || !isDigit(from)) {
            return 0;
        }
        int to = from;
        while (isDigit(to)) {
            to++;
        }
        malformed |= to - from > MOST_EXPONENT_DIGITS;
        boolean negative = text.charAt(at + 1) == '-';
        at = to;
        int size = malformed ? 0 : Integer.parseInt(text.substring(from, to));
        return negative ? -size : size;
    }

    private int multiplier() {
        if (at >= text.length() || (at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)))) {
            return 0;
        }
        int zeros =
                switch (text.charAt(at)) {
                    case 'k', 'K' -> 3;
                    case 'M' -> 6;
                    default -> 0;
                };
        at += zeros > 0 ? 1 : 0;
        return zeros;
    }

    /** Where the minus sign of the number at {@code from} stands; -1 when it has none. A hyphen between two numbers is no sign. */
    private int signBefore(int from) {
        int sign = from - 1;
        if (sign >= 1 && Character.getType(text.charAt(sign)) == Character.CURRENCY_SYMBOL) {
            sign--;
        }
        if (sign < 0 || !isDash(text.charAt(sign))) {
            return -1;
        }
        int before = found.isEmpty() ? 0 : found.get(found.size() - 1).to();
        if (found.isEmpty()) {
            return sign == 0 || !Character.isLetterOrDigit(text.charAt(sign - 1)) ? sign : -1;
        }
        return isSeparated(Whitespace.trim(text.substring(before, sign))) ? sign : -1;
    }

    /** Whether what stands between a number and a dash separates already, so that the dash is a sign. */
    private static boolean isSeparated(String gap) {
        String separator = RangeReader.withoutCurrency(gap);
        if (separator.isEmpty()) {
            return false;
        }
        char last = separator.charAt(separator.length() - 1);
        return isDash(last) || last == '~' || last == '&' || RangeReader.isBetween(separator);
    }

    /** The numbers, groups of three digits with blanks between them put together where that is what they are. */
    private List<FoundNumber> grouped() {
        List<FoundNumber> grouped = new ArrayList<>(found.size());
        for (FoundNumber number : found) {
            FoundNumber last = grouped.isEmpty() ? null : grouped.get(grouped.size() - 1);
            boolean group = last != null
                    && (found.size() > 2 || number.startsWithZero())
                    && last.mayContinueWith(number, text.substring(last.to(), number.from()))
                    && Whitespace.is(text.charAt(last.to()));
            if (group && last != null) {
                grouped.set(grouped.size() - 1, last.continuedWith(number));
            } else {
                grouped.add(number);
            }
        }
        return grouped;
    }
}
