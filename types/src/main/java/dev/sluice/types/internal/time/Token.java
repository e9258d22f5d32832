package dev.sluice.types.internal.time;

/**
 * A number, a word or a single sign of a text.
 *
 * @param kind what it is
 * @param text how it is written; words in lower case
 * @param from where it starts
 * @param to where it ends
 */
record Token(Kind kind, String text, int from, int to) {
    private static final int MOST_DIGITS = 8;
    /** Stands behind the last token. */
    static final Token END = new Token(Kind.END, "", -1, -1);

    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    boolean isNumber() {
        return kind == Kind.NUMBER && text.length() <= MOST_DIGITS;
    }

    /** Whether this is a number of one or two digits. */
    boolean isShort() {
        return kind == Kind.NUMBER && text.length() <= 2;
    }

    /** Whether this is a number of four digits. */
    boolean isYear() {
        return kind == Kind.NUMBER && text.length() == 4;
    }

    int number() {
        return Integer.parseInt(text);
    }

    boolean is(String sign) {
        return text.equals(sign);
    }
}
