package dev.sluice.types;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a path: {@code lead.items[0].name}, {@code items.0}, {@code headers["Retry-After"]}, {@code a.[odd key]}.
 *
 * @param words at least one
 */
public record Path(List<String> words) {
    /** The longest path that is read, in characters. */
    public static final int MAX_LENGTH = 1_000;

    public Path {
        words = List.copyOf(words);
    }

    /**
     * Reads a path.
     *
     * @throws InvalidPathException for empty words, unclosed brackets, surplus text, or more than {@link #MAX_LENGTH} characters
     */
    public static Path of(String text) {
        return new Path(new Reader(text).words());
    }

    /** The first word. */
    public String head() {
        return words.get(0);
    }

    /** The path in its plain spelling, words joined by dots. */
    public String text() {
        return String.join(".", words);
    }

    private static final class Reader {
        private final String text;
        private final List<String> words = new ArrayList<>(4);
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<String> words() {
            if (text.length() > MAX_LENGTH) {
                throw new InvalidPathException(
                        text.substring(0, 40) + "...", 0, "is longer than " + MAX_LENGTH + " characters");
            }
            words.add(word());
            while (at < text.length()) {
                next();
            }
            return words;
        }

        private void next() {
            if (text.charAt(at) == '.') {
                at++;
                words.add(word());
            } else if (text.charAt(at) == '[') {
                words.add(bracket());
            } else {
                throw error("expected a dot or a bracket");
            }
        }

        private String word() {
            if (at < text.length() && text.charAt(at) == '[') {
                return bracket();
            }
            int from = at;
            while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                at++;
            }
            if (from == at) {
                throw error("a name is missing");
            }
            return text.substring(from, at);
        }

        private String bracket() {
            int close = closing();
            String inside = text.substring(at + 1, close);
            at = close + 1;
            char first = inside.isEmpty() ? ' ' : inside.charAt(0);
            boolean quoted =
                    inside.length() > 1 && (first == '"' || first == '\'') && inside.endsWith(String.valueOf(first));
            String word = quoted ? inside.substring(1, inside.length() - 1) : inside;
            if (word.isEmpty()) {
                throw error("a name is missing in the brackets");
            }
            return word;
        }

        private int closing() {
            char quote = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            int from = at + 1;
            if (quote == '"' || quote == '\'') {
                from = Math.max(text.indexOf(quote, at + 2), from);
            }
            int close = text.indexOf(']', from);
            if (close < 0) {
                throw error("the bracket is not closed");
            }
            return close;
        }

        private InvalidPathException error(String fault) {
            return new InvalidPathException(text, at, fault);
        }
    }
}
