package dev.sluice.rules.internal.text;

import dev.sluice.types.Whitespace;

/** Text as rules compare it: without white space at its ends, in no particular case, the same in every locale. */
public final class Folding {
    private Folding() {}

    /** {@code text} trimmed, each character in the form that all its cases share. */
    public static String fold(String text) {
        int from = start(text);
        int to = end(text, from);
        for (int i = from; i < to; i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return folded(text, from, to);
            }
        }
        return text.substring(from, to);
    }

    /** {@code text} folded but not trimmed: a blank at its ends is part of it. */
    public static String whole(String text) {
        return folded(text, 0, text.length());
    }

    private static String folded(String text, int from, int to) {
        char[] out = new char[to - from];
        for (int i = from; i < to; i++) {
            out[i - from] = fold(text.charAt(i));
        }
        return new String(out);
    }

    /** The form that all cases of {@code c} share. */
    public static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Whether {@code text}, trimmed and folded, is {@code folded}. Allocates nothing. */
    public static boolean same(String text, String folded) {
        if (text.length() < folded.length()) {
            return false;
        }
        int from = start(text);
        int to = end(text, from);
        if (to - from != folded.length()) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (fold(text.charAt(from + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The hash code that {@link #fold(String)} of {@code text} has. Allocates nothing. */
    public static int hash(String text) {
        int from = start(text);
        int to = end(text, from);
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + fold(text.charAt(i));
        }
        return hash;
    }

    private static int start(String text) {
        int from = 0;
        while (from < text.length() && Whitespace.is(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static int end(String text, int from) {
        int to = text.length();
        while (to > from && Whitespace.is(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }
}
