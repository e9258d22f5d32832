package dev.sluice.http.internal.body;

import dev.sluice.http.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/** Names with dots as lists of names. */
final class Words {
    private static final int MOST_DIGITS = 9;
    private static final int MOST_WORDS = 64;

    private Words() {}

    static List<String> of(String dotted) {
        List<String> words = List.of(dotted.split("\\.", -1));
        if (words.size() > MOST_WORDS) {
            throw new InvalidRequestException("", "a field's name has more than " + MOST_WORDS + " parts");
        }
        return words;
    }

    static List<String> and(List<String> words, String more) {
        List<String> longer = new ArrayList<>(words);
        longer.add(more);
        return longer;
    }

    /** Whether {@code word} is a place in an array. */
    static boolean isPlace(String word) {
        return !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
