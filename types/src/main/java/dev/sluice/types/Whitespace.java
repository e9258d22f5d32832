package dev.sluice.types;

/**
 * What counts as white space everywhere in the library: the ECMAScript notion, which includes the no-break space, the
 * ideographic space, line separators and the byte-order mark, but not the zero-width space.
 */
public final class Whitespace {
    private Whitespace() {}

    /** True when {@code c} is white space. */
    public static boolean is(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c >= '\u00a0' && isBeyondLatin(c);
    }

    private static boolean isBeyondLatin(char c) {
        return c == '\u00a0'
                || c == '\ufeff'
                || c == '\u2028'
                || c == '\u2029'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** {@code text} without white space at both ends. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (from < to && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
