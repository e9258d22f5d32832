package dev.sluice.templates.internal.math;

import java.math.BigDecimal;

/** The words and signs of a formula, from left to right. */
final class Scanner {
    private static final int MAX_DIGITS = 100;

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
        skipSpace();
    }

    IllegalArgumentException fault(String fault) {
        return new IllegalArgumentException("the formula " + fault + ", at its character " + (at + 1));
    }

    boolean skip(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        skipSpace();
        return true;
    }

    boolean skipWord(String word) {
        int end = at + word.length();
        return !(end < text.length() && isNamePart(text.charAt(end))) && skip(word);
    }

    /** Skips {@code not} or an exclamation mark that is no comparison. */
    boolean skipNot() {
        return skipWord("not") || (!text.startsWith("!=", at) && skip("!"));
    }

    void expect(String sign) {
        if (!skip(sign)) {
            throw fault("needs " + sign);
        }
    }

    void expectEnd() {
        if (at < text.length()) {
            throw fault("is not understood");
        }
    }

    boolean atDigit() {
        return at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && isDigitAt(at + 1)));
    }

    boolean atQuote() {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    String quoted() {
        int close = text.indexOf(text.charAt(at), at + 1);
        if (close < 0) {
            throw fault("has text that is not closed");
        }
        String quoted = text.substring(at + 1, close);
        at = close + 1;
        skipSpace();
        return quoted;
    }

    BigDecimal number() {
        int start = at;
        while (isDigitAt(at)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (isDigitAt(at)) {
                at++;
            }
        }
        if (at - start > MAX_DIGITS) {
            throw fault("has a number of more than " + MAX_DIGITS + " digits");
        }
        BigDecimal number = new BigDecimal(text.substring(start, at));
        skipSpace();
        return number;
    }

    String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw fault("needs a number, a variable or a function");
        }
        String name = text.substring(start, at);
        skipSpace();
        return name;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && isDigit(text.charAt(i));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
