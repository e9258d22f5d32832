package dev.sluice.internal.mapping;

import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of a text what is personal in a lead. Reasons and references of plugins are shown to anybody and kept in clear, and recipients
 * repeat what they were sent. Short values stay, as they are words like any other: less than {@value #SHORTEST} characters of fields that
 * are personal, less than {@value #SHORTEST_UNDECLARED} of what nothing declares. Numbers of telephones are known however they are written.
 */
public final class HiddenWords {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_UNDECLARED = 6;
    private static final int SHORTEST_NUMBER = 7;
    private static final String HIDDEN = "***";
    private static final String IN_NUMBERS = " ()+-./";

    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> numbers = new ArrayList<>();

    private HiddenWords() {}

    /**
     * What is personal in a lead.
     *
     * @param declared fields that are personal or secret whatever their types say
     * @param data as it was read
     * @param given as the source sent it
     */
    public static HiddenWords of(Set<String> declared, Obj data, Map<String, Value> given) {
        HiddenWords all = new HiddenWords();
        data.members().forEach((name, value) -> {
            if (isPersonal(declared, name, value)) {
                all.add(value);
            }
        });
        given.forEach((name, value) -> {
            Value read = data.get(name);
            if (read.isMissing() || isPersonal(declared, name, read)) {
                all.add(value);
            }
        });
        data.members().forEach((name, value) -> {
            if (value instanceof Typed typed && !isPersonal(declared, name, value)) {
                all.words.remove(lower(typed.raw().text().strip()));
                all.words.remove(lower(typed.normal().text()));
            }
        });
        return all;
    }

    /** This without a text that stands in a lead and is nobody's: its id. */
    public HiddenWords except(String text) {
        words.remove(lower(text));
        numbers.remove(digits(text));
        return this;
    }

    private static boolean isPersonal(Set<String> declared, String name, Value value) {
        return declared.contains(name)
                || !(value instanceof Typed typed)
                || typed.type().pii(typed) != Pii.NONE;
    }

    private void add(Value value) {
        if (value instanceof Typed typed) {
            add(typed.raw().text(), SHORTEST);
            add(typed.normal().text(), SHORTEST);
        } else if (value instanceof Obj obj) {
            obj.members().values().forEach(this::add);
        } else {
            add(value.text(), SHORTEST_UNDECLARED);
        }
    }

    private void add(String text, int shortest) {
        String word = text.strip();
        if (word.length() >= shortest) {
            words.add(lower(word));
        }
        String digits = digits(word);
        if (digits.length() >= SHORTEST_NUMBER) {
            numbers.add(digits);
        }
    }

    /** Letter by letter, so that every letter keeps its place, whatever alphabet it is of. */
    private static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** The text with stars where something personal stood. */
    public String out(String text) {
        String shown = text;
        for (String word : longestFirst()) {
            shown = without(shown, word);
        }
        return numbers.isEmpty() ? shown : withoutNumbers(shown);
    }

    private List<String> longestFirst() {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String without(String text, String word) {
        String lower = lower(text);
        int at = lower.indexOf(word);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = at + word.length();
            boolean whole = isEdge(text, at - 1, at) && isEdge(text, end, end - 1);
            out.append(text, from, at).append(whole ? HIDDEN : text.substring(at, end));
            from = end;
            at = lower.indexOf(word, end);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Whether a word ends between two characters, of which the first may lie outside. */
    private static boolean isEdge(String text, int outside, int inside) {
        return outside < 0
                || outside >= text.length()
                || !Character.isLetterOrDigit(text.charAt(outside))
                || !Character.isLetterOrDigit(text.charAt(inside));
    }

    private String withoutNumbers(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfNumber(text, at);
            boolean hidden = end > at && isKnown(digits(text.substring(at, end)));
            out.append(hidden ? HIDDEN : text.substring(at, Math.max(end, at + 1)));
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    /** Behind the last digit of a number that begins here; here when none does. */
    private static int endOfNumber(String text, int from) {
        int end = from;
        boolean isNumber = isDigit(text.charAt(from)) || text.charAt(from) == '+' || text.charAt(from) == '(';
        for (int i = from; isNumber && i < text.length(); i++) {
            boolean digit = isDigit(text.charAt(i));
            end = digit ? i + 1 : end;
            isNumber = digit || IN_NUMBERS.indexOf(text.charAt(i)) >= 0;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isKnown(String digits) {
        return digits.length() >= SHORTEST_NUMBER
                && numbers.stream().anyMatch(number -> number.endsWith(digits) || digits.endsWith(number));
    }
}
