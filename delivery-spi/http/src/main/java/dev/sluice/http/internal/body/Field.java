package dev.sluice.http.internal.body;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One value and the way to it.
 *
 * @param words the names on the way; digits are places in arrays
 * @param value neither an object nor an array
 */
public record Field(List<String> words, Value value) {
    private static final int MOST_WORDS = 64;

    /** The fields of {@code named}, whose names may have dots. */
    public static List<Field> dotted(Obj named) {
        List<Field> fields = new ArrayList<>();
        named.members().forEach((name, value) -> add(fields, Words.of(name), value));
        return fields;
    }

    /** The fields of {@code tree}, whose names are whole. */
    public static List<Field> nested(Obj tree) {
        List<Field> fields = new ArrayList<>();
        add(fields, List.of(), tree);
        return fields;
    }

    /** Whether this is an element of an array that {@code rule} leaves out. */
    public boolean isDroppedBy(ArrayRule rule) {
        return words.size() > 1 && Words.isPlace(words.get(words.size() - 1)) && rule.drops(value);
    }

    private static void add(List<Field> fields, List<String> words, Value value) {
        if (words.size() > MOST_WORDS) {
            throw new InvalidRequestException("", "fields are nested deeper than " + MOST_WORDS + " levels");
        }
        if (value instanceof Obj obj) {
            for (Map.Entry<String, Value> member : obj.members().entrySet()) {
                add(fields, Words.and(words, member.getKey()), member.getValue());
            }
        } else if (value instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                add(fields, Words.and(words, Integer.toString(i)), arr.at(i));
            }
        } else if (!value.isMissing()) {
            fields.add(new Field(words, Plain.of(value)));
        }
    }

    /** The value as text; empty for null. */
    public String text() {
        return value.text();
    }
}
