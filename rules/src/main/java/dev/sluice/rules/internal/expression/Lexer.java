package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.types.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. A character that begins none is refused. */
final class Lexer {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_TOKENS = 1_000;
    private static final int MAX_DIGITS = 40;
    private static final String ESCAPES = "\\\"'ntr";
    private static final String ESCAPED = "\\\"'\n\t\r";
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SHORT_SIGNS = "<>!+-*/%?:()[].,";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException(
                    "the expression is longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        Lexer lexer = new Lexer(text);
        lexer.read();
        return lexer.tokens;
    }

    private void read() {
        while (true) {
            while (at < text.length() && Whitespace.is(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                add(Token.Kind.END, "", at);
                return;
            }
            token(text.charAt(at));
        }
    }

    private void add(Token.Kind kind, String content, int from) {
        if (tokens.size() >= MAX_TOKENS) {
            throw new ExpressionException("the expression has more than " + MAX_TOKENS + " words", from + 1);
        }
        tokens.add(new Token(kind, content, from + 1));
    }

    private void token(char first) {
        if (digit(first)) {
            number();
        } else if (first == '"' || first == '\'') {
            text(first);
        } else if (letter(first)) {
            int from = at;
            while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
                at++;
            }
            add(Token.Kind.NAME, text.substring(from, at), from);
        } else {
            sign(first);
        }
    }

    private void number() {
        int from = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && digit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at < text.length() && letter(text.charAt(at))) {
            throw new ExpressionException("a number is written in digits, with a point at most", at + 1);
        }
        if (at - from > MAX_DIGITS) {
            throw new ExpressionException("a number has at most " + MAX_DIGITS + " digits", from + 1);
        }
        add(Token.Kind.NUMBER, text.substring(from, at), from);
    }

    private void digits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private void text(char quote) {
        int from = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            content.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at == text.length()) {
            throw new ExpressionException("the text is not closed", from + 1);
        }
        at++;
        add(Token.Kind.TEXT, content.toString(), from);
    }

    private char escaped() {
        at++;
        int known = at < text.length() ? ESCAPES.indexOf(text.charAt(at)) : -1;
        if (known < 0) {
            throw new ExpressionException("in a text, \\ stands before \\ \" ' n t or r only", at);
        }
        return ESCAPED.charAt(known);
    }

    private void sign(char first) {
        String next = text.substring(at, Math.min(at + 2, text.length()));
        if (next.equals("/*") || next.equals("//")) {
            throw new ExpressionException("comments are not part of expressions", at + 1);
        }
        if (first == '=' && !next.equals("==")) {
            throw new ExpressionException("nothing can be assigned; '==' compares", at + 1);
        }
        if (next.equals("++") || next.equals("--")) {
            throw new ExpressionException("nothing can be counted up or down; write a space between two signs", at + 1);
        }
        if (LONG_SIGNS.contains(next)) {
            add(Token.Kind.SIGN, next, at);
            at += 2;
        } else if (SHORT_SIGNS.indexOf(first) >= 0) {
            add(Token.Kind.SIGN, String.valueOf(first), at);
            at++;
        } else {
            throw new ExpressionException("'" + shown(first) + "' is not part of expressions", at + 1);
        }
    }

    private static String shown(char c) {
        return c > ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
