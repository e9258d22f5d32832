package dev.sluice.audit;

import dev.sluice.event.Event;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A word, or some in quotes, that somebody looks for. */
record SearchWord(String text) {
    private static final int LONGEST = 200;
    private static final int DIGITS = 7;

    /** The words of a text, in lower case. */
    static List<SearchWord> of(String text) {
        List<SearchWord> words = new ArrayList<>();
        String[] parts = text.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean quoted = i % 2 == 1 && i < parts.length - 1;
            for (String word :
                    quoted ? new String[] {parts[i].strip()} : parts[i].strip().split("\\s+", -1)) {
                if (!word.isEmpty()) {
                    words.add(new SearchWord(
                            word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT)));
                }
            }
        }
        return List.copyOf(words);
    }

    /** Whether it is an address or a number, which is found whole or not at all. */
    boolean isIdentity() {
        boolean isNumber = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-(). ".indexOf(c) >= 0)
                && text.chars().filter(c -> c >= '0' && c <= '9').count() >= DIGITS;
        return isNumber || (text.indexOf('@') > 0 && text.indexOf('.', text.indexOf('@')) > 0);
    }

    /** Where the word stands in an event: columns, and paths of the lead's data. */
    List<String> places(Event event) {
        List<String> places = new ArrayList<>();
        columns(event).forEach((name, value) -> {
            if (begins(value)) {
                places.add(name);
            }
        });
        event.snapshot().section(Section.LEAD).members().forEach((name, value) -> {
            if (value instanceof Typed typed ? isIn(typed) : begins(value.text())) {
                places.add(name);
            }
        });
        return places;
    }

    private static Map<String, String> columns(Event event) {
        return Map.of(
                "lead_id", event.leadId(),
                "flow_id", event.context().flow(),
                "source_id", event.context().source(),
                "reason", event.reason().orElse(""));
    }

    private boolean isIn(Typed typed) {
        Value normal = typed.normal();
        if (isIdentity()) {
            return same(typed.raw().text()) || same(normal.text());
        }
        return begins(typed.raw().text()) || begins(normal.text());
    }

    private boolean same(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String digits = digits(text);
        return lower.equals(text)
                || (digits.length() >= DIGITS
                        && text.indexOf('@') < 0
                        && digits(lower).endsWith(digits));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** Whether a word of the value begins with this one. */
    private boolean begins(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
