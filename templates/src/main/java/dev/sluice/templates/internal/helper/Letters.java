package dev.sluice.templates.internal.helper;

import java.util.Locale;

/** Upper and lower case, the same on every platform. */
final class Letters {
    private Letters() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The first letter in upper case, the rest as it is. */
    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return upper(text.substring(0, end)) + text.substring(end);
    }
}
