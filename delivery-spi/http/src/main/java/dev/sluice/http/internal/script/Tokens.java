package dev.sluice.http.internal.script;

import dev.sluice.http.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into words. */
final class Tokens {
    private static final int LONGEST = 16_384;
    /** Blanks and comments, searches to the end of the line, quoted text, numbers, paths, marks. */
    private static final Pattern WORD = Pattern.compile("(?<blank>\\s+|//[^\\n]*)"
            + "|(?<search>(?:json|xml|xpath|text|css|html|header):[^\\n;]+)"
            + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')"
            + "|(?<number>\\d+(?:\\.\\d+)?)"
            + "|(?<name>[A-Za-z_$][A-Za-z0-9_$]*(?:\\.[A-Za-z0-9_$*-]+|\\[(?:\\d+|\"[^\"\\n]*\"|'[^'\\n]*')\\])*+)"
            + "|(?<mark>===?|!==?|<=|>=|&&|\\|\\||[-(){}!<>=+;])");

    private Tokens() {}

    static List<Token> of(String script) {
        if (script.length() > LONGEST) {
            throw new InvalidRequestException("/response", "a script has at most " + LONGEST + " characters");
        }
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(script);
        int at = 0;
        while (at < script.length()) {
            if (!words.find(at) || words.start() != at) {
                throw new InvalidRequestException(
                        "/response", "unexpected '" + script.charAt(at) + "' at character " + (at + 1));
            }
            add(tokens, words);
            at = words.end();
        }
        tokens.add(new Token(Token.Kind.END, "the end", at));
        return tokens;
    }

    private static void add(List<Token> tokens, Matcher words) {
        String word = words.group();
        int at = words.start();
        if (words.group("search") != null) {
            tokens.add(new Token(Token.Kind.SEARCH, word.strip(), at));
        } else if (words.group("text") != null) {
            String inside = word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1");
            tokens.add(new Token(Token.Kind.TEXT, inside, at));
        } else if (words.group("number") != null) {
            tokens.add(new Token(Token.Kind.NUMBER, word, at));
        } else if (words.group("name") != null) {
            tokens.add(new Token(Token.Kind.NAME, word, at));
        } else if (words.group("mark") != null) {
            tokens.add(new Token(Token.Kind.MARK, word, at));
        }
    }
}
