package dev.sluice.internal.mapping;

import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

    private final List<String> texts = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> shown = new HashSet<>();
    private String nobodys = "";

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
                all.shown.add(typed.raw().text().strip());
                all.shown.add(typed.normal().text());
            }
        });
        return all;
    }

    /** This without a text that stands in a lead and is nobody's: its id. */
    public HiddenWords except(String text) {
        shown.add(text);
        nobodys = text;
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
        texts.add(word);
        if (word.length() >= shortest) {
            words.add(word);
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
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** The text with stars where something personal stood. */
    public String out(String text) {
        String rest = text;
        for (String word : in(lower(text))) {
            rest = without(rest, word);
        }
        return digits(rest).length() < SHORTEST_NUMBER ? rest : withoutNumbers(rest, numbers());
    }

    /** The words that a text has somewhere, the longest first. Most texts have none. */
    private List<String> in(String text) {
        return words.stream()
                .filter(word -> word.length() <= text.length())
                .map(HiddenWords::lower)
                .filter(word -> text.contains(word)
                        && shown.stream().noneMatch(open -> lower(open).equals(word)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private List<String> numbers() {
        String nobody = digits(nobodys);
        return texts.stream()
                .map(HiddenWords::digits)
                .filter(number -> number.length() >= SHORTEST_NUMBER && !number.equals(nobody))
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

    private static String withoutNumbers(String text, List<String> known) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfNumber(text, at);
            boolean hidden = end > at && isKnown(digits(text.substring(at, end)), known);
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

    private static boolean isKnown(String digits, List<String> known) {
        return digits.length() >= SHORTEST_NUMBER
                && known.stream().anyMatch(number -> number.endsWith(digits) || digits.endsWith(number));
    }
}
