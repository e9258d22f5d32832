package dev.sluice.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The name of a list, however it is written: in lower case, with {@code _} for spaces, without any other punctuation.
 * {@code Do Not Call!} and {@code do_not_call} are one list.
 *
 * @param text the normal form; empty when nothing of the name is left
 */
public record ListName(String text) {
    public ListName {
        text = normal(text);
    }

    /** The list that is written like this. */
    public static ListName of(String written) {
        return new ListName(written);
    }

    /** The lists of a text with commas between their names; parts without a name are left out. */
    public static List<ListName> all(String written) {
        return Stream.of(written.split(","))
                .map(ListName::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether nothing of the name is left. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    private static String normal(String written) {
        StringBuilder out = new StringBuilder(written.length());
        written.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || c == '_') {
                out.append('_');
            } else if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
