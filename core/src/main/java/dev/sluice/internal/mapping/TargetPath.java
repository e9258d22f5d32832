package dev.sluice.internal.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a mapping puts its value: {@code contact.name} makes objects, {@code tags.0} arrays; {@code data{123}} makes an
 * object whose member is a number.
 *
 * @param words at least one
 */
public record TargetPath(List<Word> words) {

    /** A member's name, or an element's index. */
    record Word(String name, boolean isIndex) {}

    public static TargetPath of(String text) {
        List<Word> words = new ArrayList<>(2);
        for (String part : text.split("\\.", -1)) {
            add(words, part);
        }
        return new TargetPath(List.copyOf(words));
    }

    private static void add(List<Word> words, String part) {
        int open = part.indexOf('{');
        if (open > 0 && part.endsWith("}")) {
            words.add(new Word(part.substring(0, open), false));
            words.add(new Word(part.substring(open + 1, part.length() - 1), false));
        } else {
            words.add(new Word(part, isIndex(part) && !words.isEmpty()));
        }
    }

    private static boolean isIndex(String part) {
        return !part.isEmpty() && part.length() <= 4 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
