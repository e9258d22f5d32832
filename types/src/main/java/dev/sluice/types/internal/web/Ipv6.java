package dev.sluice.types.internal.web;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses: eight groups of which one run of zeros may be left out, the last two also as an IPv4 address. */
final class Ipv6 {
    private static final int GROUPS = 8;

    private final String text;
    private final int[] groups = new int[GROUPS];
    private int count;
    private int gap = -1;
    private int at;

    private Ipv6(String text) {
        this.text = text;
    }

    /** The address {@code text} in its shortest form, lower case (RFC 5952); null when it is none. */
    static @Nullable String canonical(String text) {
        Ipv6 address = new Ipv6(text);
        return address.read() ? address.compressed() : null;
    }

    /** The eight groups of {@code text}, a valid address. */
    static int[] groups(String text) {
        Ipv6 address = new Ipv6(text);
        address.read();
        return address.groups;
    }

    private boolean read() {
        if (text.startsWith("::")) {
            at = 2;
            gap = 0;
        } else if (text.startsWith(":")) {
            return false;
        }
        while (at < text.length()) {
            if (count == GROUPS || !group()) {
                return false;
            }
        }
        return finish();
    }

    /** One group and the colons behind it, or the IPv4 tail. */
    private boolean group() {
        int from = at;
        int value = 0;
        while (at < text.length() && at - from < 4 && hex(at) >= 0) {
            value = value * 16 + hex(at++);
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at = from;
            return count <= GROUPS - 2 && tail();
        }
        if (at == from) {
            return false;
        }
        groups[count++] = value;
        return at == text.length() || colons();
    }

    private boolean colons() {
        if (text.charAt(at++) != ':' || at == text.length()) {
            return false;
        }
        if (text.charAt(at) == ':') {
            if (gap >= 0) {
                return false;
            }
            gap = count;
            at++;
        }
        return true;
    }

    /** Four decimal numbers without leading zeros, up to the end. */
    private boolean tail() {
        int address = 0;
        for (int i = 0; i < 4; i++) {
            int octet = octet();
            if (octet < 0 || (i < 3 ? at >= text.length() || text.charAt(at++) != '.' : at < text.length())) {
                return false;
            }
            address = address << 8 | octet;
        }
        groups[count++] = address >>> 16;
        groups[count++] = address & 0xffff;
        return true;
    }

    private int octet() {
        int from = at;
        int value = 0;
        while (at < text.length() && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at++) - '0';
        }
        boolean leadingZero = at - from > 1 && text.charAt(from) == '0';
        return at == from || leadingZero || value > 255 ? -1 : value;
    }

    private int hex(int i) {
        char c = text.charAt(i);
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private boolean finish() {
        if (gap < 0) {
            return count == GROUPS;
        }
        if (count == GROUPS) {
            return false;
        }
        int behind = count - gap;
        for (int i = 1; i <= behind; i++) {
            groups[GROUPS - i] = groups[count - i];
            groups[count - i] = 0;
        }
        count = GROUPS;
        return true;
    }

    private String compressed() {
        int longest = longestZeros();
        int length = longest < 0 ? 0 : zerosAt(longest);
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == longest) {
                out.append(i == 0 ? "::" : ":");
                i += length - 1;
            } else {
                out.append(Integer.toHexString(groups[i])).append(i < GROUPS - 1 ? ":" : "");
            }
        }
        return out.toString();
    }

    /** Where the first longest run of at least two zero groups starts; -1 when there is none. */
    private int longestZeros() {
        int best = -1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosAt(i);
            if (zeros > 1 && (best < 0 || zeros > zerosAt(best))) {
                best = i;
            }
        }
        return best;
    }

    private int zerosAt(int from) {
        int to = from;
        while (to < GROUPS && groups[to] == 0) {
            to++;
        }
        return to - from;
    }
}
