package dev.sluice.types.internal.time;

import dev.sluice.types.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a text and a place among them. Readers move the place only past what they understood. */
final class Tokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean refused;

    Tokens(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            int from = i;
            Token.Kind kind = kind(text.charAt(i++));
            while (kind != Token.Kind.SIGN && i < text.length() && kind(text.charAt(i)) == kind) {
                i++;
            }
            if (kind != Token.Kind.END) {
                tokens.add(new Token(kind, text.substring(from, i).toLowerCase(Locale.ROOT), from, i));
            }
        }
    }

    private static Token.Kind kind(char c) {
        if (c >= '0' && c <= '9') {
            return Token.Kind.NUMBER;
        }
        if (Character.isLetter(c)) {
            return Token.Kind.WORD;
        }
        return Whitespace.is(c) ? Token.Kind.END : Token.Kind.SIGN;
    }

    int size() {
        return tokens.size();
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    void skip(int count) {
        at += count;
    }

    /** The token so many places ahead. */
    Token ahead(int count) {
        int place = at + count;
        return place >= 0 && place < tokens.size() ? tokens.get(place) : Token.END;
    }

    Token next() {
        return ahead(0);
    }

    /** Whether no white space stands between the token so many places ahead and the one before it. */
    boolean isTight(int count) {
        return ahead(count).from() == ahead(count - 1).to()
                && ahead(count) != Token.END
                && ahead(count - 1) != Token.END;
    }

    /** Whether the next token starts a word of its own, not the rest of one, of a time or of a date. */
    boolean isAtWordStart() {
        boolean joint = ahead(-1).is(":") || ahead(-1).is("/");
        boolean inNumbers = joint && isTight(-1) && ahead(-2).kind() == Token.Kind.NUMBER;
        return !isTight(0) || (ahead(-1).kind() == Token.Kind.SIGN && !inNumbers);
    }

    /** Skips the next token if it is one of {@code texts}. */
    boolean skipIf(String... texts) {
        for (String wanted : texts) {
            if (next().is(wanted)) {
                at++;
                return true;
            }
        }
        return false;
    }

    /** Notes that the text has the shape of a date or time but cannot be one: nothing else in it will do. */
    void refuse() {
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }

    /** The text as it was written between two places. */
    String original(int from, int to) {
        return text.substring(from, to);
    }
}
