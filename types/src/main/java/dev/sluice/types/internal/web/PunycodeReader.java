package dev.sluice.types.internal.web;

import org.jspecify.annotations.Nullable;

/** Labels in the ASCII form of international ones, decoded (RFC 3492). */
final class PunycodeReader {
    private final String digits;
    private final StringBuilder points;
    private int at;
    private int bias = Punycode.INITIAL_BIAS;

    private PunycodeReader(String basic, String digits) {
        this.points = new StringBuilder(basic);
        this.digits = digits;
    }

    /** The label that {@code encoded}, without its prefix and in lower case, stands for; null when it stands for none. */
    static @Nullable String decoded(String encoded) {
        int hyphen = encoded.lastIndexOf('-');
        if (hyphen == 0) {
            return null;
        }
        String basic = encoded.substring(0, Math.max(hyphen, 0));
        return new PunycodeReader(basic, encoded.substring(hyphen + 1)).read();
    }

    private @Nullable String read() {
        int point = Punycode.FIRST_NON_ASCII;
        int place = 0;
        int count = points.length();
        boolean first = true;
        while (at < digits.length()) {
            int delta = delta();
            if (delta < 0) {
                return null;
            }
            count++;
            bias = Punycode.adapted(delta, count, first);
            first = false;
            place += delta;
            point += place / count;
            place %= count;
            if (point > Character.MAX_CODE_POINT) {
                return null;
            }
            points.insert(points.offsetByCodePoints(0, place++), Character.toChars(point));
        }
        return first ? null : points.toString();
    }

    /** The next number; -1 when there is none or it is larger than any label needs. */
    private int delta() {
        long delta = 0;
        long weight = 1;
        for (int k = Punycode.BASE; at < digits.length(); k += Punycode.BASE) {
            int digit = digit(digits.charAt(at++));
            delta += digit * weight;
            if (digit < 0 || delta > Integer.MAX_VALUE / 2) {
                return -1;
            }
            int threshold = Punycode.threshold(k, bias);
            if (digit < threshold) {
                return (int) delta;
            }
            weight *= Punycode.BASE - threshold;
        }
        return -1;
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
