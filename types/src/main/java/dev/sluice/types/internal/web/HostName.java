package dev.sluice.types.internal.web;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Host names: letters, digits and hyphens in labels of at most 63 characters, no hyphen at the ends of a label, 253
 * characters in all. International names have an ASCII form.
 */
public final class HostName {
    /** The most characters a host name has. */
    public static final int LONGEST = 253;

    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /** The host name {@code name} in lower case and ASCII; null when it is none. */
    public static @Nullable String ascii(String name) {
        int capitals = capitalsOf(name, 0);
        if (capitals >= 0) {
            return capitals == 0 ? name : name.toLowerCase(Locale.ROOT);
        }
        String ascii = isAscii(name) ? null : international(name);
        return ascii == null || capitalsOf(ascii, 0) < 0 ? null : ascii;
    }

    /** How many capitals the host name behind {@code from} has; -1 when it is no legal ASCII host name. */
    public static int capitalsOf(String text, int from) {
        if (text.length() == from || text.length() - from > LONGEST) {
            return -1;
        }
        int capitals = 0;
        int label = from;
        for (int i = from; i < text.length(); i++) {
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
        return isLabel(text, label, text.length()) ? capitals : -1;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isLabel(String text, int from, int to) {
        return to > from && to - from <= LONGEST_LABEL && text.charAt(from) != '-' && text.charAt(to - 1) != '-';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The ASCII form of a name with other letters; null when a character is no letter, mark, digit or symbol. */
    static @Nullable String international(String name) {
        if (name.length() > LONGEST) {
            return null;
        }
        String folded = fold(name);
        StringBuilder ascii = new StringBuilder(folded.length() + 16);
        for (String label : folded.split("\\.", -1)) {
            if (!Punycode.append(ascii, label)) {
                return null;
            }
            ascii.append('.');
        }
        ascii.setLength(ascii.length() - 1);
        return ascii.toString();
    }

    /** Compatibility forms and case removed, all kinds of full stop as dots. */
    private static String fold(String name) {
        String dots = name.replace('\u3002', '.')
                .replace('\uff61', '.')
                .replace("\u00ad", "")
                .replace("\u200b", "");
        String composed = Normalizer.normalize(dots, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(composed, Normalizer.Form.NFKC);
    }
}
