package dev.sluice.rules.internal.expression;

/**
 * One word of an expression.
 *
 * @param text of a text literal its content, of everything else as written
 * @param column from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** The token as a message names it. */
    String named() {
        return kind == Kind.END ? "the end" : kind == Kind.TEXT ? "a text" : "'" + text + "'";
    }
}
