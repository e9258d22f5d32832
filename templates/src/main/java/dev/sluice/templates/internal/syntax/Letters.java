package dev.sluice.templates.internal.syntax;

import dev.sluice.types.Whitespace;

/** The classes of characters of the template grammar. */
final class Letters {
    private static final String RESERVED = "!\"#%&'()*+,./;<=>@[\\]^`{|}~";

    private Letters() {}

    /** True for what a word may hold. */
    static boolean isPlain(char c) {
        return c != '\0' && RESERVED.indexOf(c) < 0 && !isSpace(c);
    }

    static boolean isSpace(char c) {
        return Whitespace.is(c);
    }

    /** True for {@code 12}, {@code -1} and {@code 0.5}. */
    static boolean isNumber(String word) {
        int from = word.startsWith("-") ? 1 : 0;
        int dot = word.indexOf('.');
        return dot < 0
                ? isDigits(word, from, word.length())
                : isDigits(word, from, dot) && isDigits(word, dot + 1, word.length());
    }

    private static boolean isDigits(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
