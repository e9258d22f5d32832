package dev.sluice.types.internal.web;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Host names: letters, digits and hyphens in labels of at most 63 characters, no hyphen at the ends of a label, 253
 * characters in all. International names have an ASCII form, whose labels begin with {@code xn--}.
 */
public final class HostName {
    /** The most characters a host name has. */
    public static final int LONGEST = 253;

    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /** The host name {@code name} in lower case and ASCII; null when it is none. */
    public static @Nullable String ascii(String name) {
        int capitals = capitalsOf(name, 0);
        if (capitals == 0) {
            return name;
        }
        String folded = folded(name);
        return folded == null || capitalsOf(folded, 0) < 0 ? null : folded;
    }

    /** How many capitals the host name behind {@code from} has; -1 when it is no legal ASCII host name. */
    public static int capitalsOf(String text, int from) {
        return capitalsOf(text, from, text.length());
    }

    /** How many capitals the host name between {@code from} and {@code to} has; -1 when it is no legal ASCII host name. */
    static int capitalsOf(String text, int from, int to) {
        if (to <= from || to - from > LONGEST) {
            return -1;
        }
        int capitals = 0;
        int label = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (!isLabel(text, label, i)) {
                    return -1;
                }
                label = i + 1;
            } else if (c >= 'A' && c <= 'Z') {
                capitals++;
            } else if (!isPlain(c)) {
                return -1;
            }
        }
        return isLabel(text, label, to) ? capitals : -1;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** Whether a label may stand between {@code from} and {@code to}; which of its characters are allowed is not checked. */
    static boolean isLabel(String text, int from, int to) {
        return to > from
                && to - from <= LONGEST_LABEL
                && text.charAt(from) != '-'
                && text.charAt(to - 1) != '-'
                && (!text.regionMatches(true, from, Punycode.PREFIX, 0, Punycode.PREFIX.length())
                        || isEncoded(text.substring(from, to)));
    }

    /** Whether {@code label} is the ASCII form of an international one, not just one that begins like that. */
    private static boolean isEncoded(String label) {
        String decoded =
                PunycodeReader.decoded(label.substring(Punycode.PREFIX.length()).toLowerCase(Locale.ROOT));
        return decoded != null
                && !decoded.startsWith(Punycode.PREFIX)
                && !isJoiner(decoded.codePointAt(0))
                && decoded.codePoints().allMatch(HostName::isInLabel)
                && mapped(decoded).equals(decoded);
    }

    private static boolean isInLabel(int point) {
        return isJoiner(point) || Punycode.isAllowed(point);
    }

    /** The two invisible characters that some scripts need inside a label. */
    private static boolean isJoiner(int point) {
        return point == '\u200c' || point == '\u200d';
    }

    /**
     * {@code name} in lower case and, where it has other letters, in ASCII (UTS 46, without its table of rare mappings);
     * null when one of its characters can be in no name. Which ASCII characters are allowed is not checked.
     */
    static @Nullable String folded(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128) {
                return name.length() > LONGEST ? null : international(name);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String international(String name) {
        StringBuilder ascii = new StringBuilder(name.length() + 16);
        for (String label : mapped(name).split("\\.", -1)) {
            if (!Punycode.append(ascii, label)) {
                return null;
            }
            ascii.append('.');
        }
        ascii.setLength(ascii.length() - 1);
        return ascii.toString();
    }

    /** Compatibility forms and case removed, invisible characters dropped, every kind of full stop a dot. */
    private static String mapped(String name) {
        StringBuilder lower = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().forEach(point -> lower(lower, point));
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static void lower(StringBuilder out, int point) {
        switch (point) {
            case '\u00ad', '\u200b', '\u2060', '\ufeff' -> {}
            case '\u3002' -> out.append('.');
            case '\u1e9e' -> out.append("ss");
            default -> out.appendCodePoint(Character.toLowerCase(point));
        }
    }
}
