package dev.sluice.rules.internal.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A set of ASCII characters, in any case.
 *
 * @param low the first 64 characters
 * @param high the others
 * @param end where the text goes on behind it
 */
record AsciiClass(long low, long high, int end) {
    private static final AsciiClass NOTHING = new AsciiClass(0, 0, 0);

    static AsciiClass of(char c, int end) {
        return NOTHING.with(c, c).at(end);
    }

    /** Everything but a line break. */
    static AsciiClass dot(int end) {
        return of('\n', 0).negated().at(end);
    }

    /** The first of its characters from {@code c} on; -1 when there is none. */
    int next(int c) {
        long here = c < 64 ? low >>> c : 0;
        if (here != 0) {
            return c + Long.numberOfTrailingZeros(here);
        }
        int from = Math.max(c, 64);
        long above = from < 128 ? high >>> from : 0;
        return above == 0 ? -1 : from + Long.numberOfTrailingZeros(above);
    }

    private AsciiClass at(int end) {
        return new AsciiClass(low, high, end);
    }

    private AsciiClass negated() {
        return new AsciiClass(~low, ~high, end);
    }

    private AsciiClass and(AsciiClass other) {
        return new AsciiClass(low | other.low, high | other.high, end);
    }

    private AsciiClass with(int from, int to) {
        long nextLow = low;
        long nextHigh = high;
        for (int c = from; c <= to; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            nextLow |= c < 64 ? 1L << c : 0;
            nextHigh |= c < 64 ? 0 : 1L << c;
            nextHigh |= letter ? 1L << (c ^ 32) : 0;
        }
        return new AsciiClass(nextLow, nextHigh, end);
    }

    /** The class of an escape; null when it is none that is known here. */
    static @Nullable AsciiClass escaped(char c, int end) {
        AsciiClass known =
                switch (c) {
                    case 'd', 'D' -> NOTHING.with('0', '9');
                    case 'w', 'W' -> NOTHING.with('0', '9').with('a', 'z').with('_', '_');
                    case 's', 'S' -> NOTHING.with('\t', '\n').with('\f', '\r').with(' ', ' ');
                    default -> null;
                };
        if (known != null) {
            return (Character.isUpperCase(c) ? known.negated() : known).at(end);
        }
        boolean sign = c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        return sign ? of(c, end) : null;
    }

    /** The class in brackets at {@code from}; null when there is anything unusual in it. */
    static @Nullable AsciiClass bracketed(String regex, int from, int end) {
        boolean negated = regex.startsWith("[^", from);
        AsciiClass found = NOTHING;
        int at = from + (negated ? 2 : 1);
        while (at < end && regex.charAt(at) != ']') {
            AsciiClass one = one(regex, at, end);
            if (one == null) {
                return null;
            }
            found = found.and(one);
            at = one.end;
        }
        boolean empty = found.low == 0 && found.high == 0;
        return at >= end || empty ? null : (negated ? found.negated() : found).at(at + 1);
    }

    private static @Nullable AsciiClass one(String regex, int at, int end) {
        char c = regex.charAt(at);
        if (c == '\\') {
            AsciiClass escaped = at + 1 < end ? escaped(regex.charAt(at + 1), at + 2) : null;
            boolean range = at + 2 < end && regex.charAt(at + 2) == '-';
            return range ? null : escaped;
        }
        if (c >= 128 || c == '[') {
            return null;
        }
        boolean range = at + 2 < end && regex.charAt(at + 1) == '-' && regex.charAt(at + 2) != ']';
        if (!range) {
            return of(c, at + 1);
        }
        char to = regex.charAt(at + 2);
        return to < c || to >= 128 || to == '\\' || to == '['
                ? null
                : NOTHING.with(c, to).at(at + 3);
    }
}
