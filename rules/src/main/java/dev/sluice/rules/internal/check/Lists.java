package dev.sluice.rules.internal.check;

import dev.sluice.types.Arr;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;

/** The elements of a right-hand side that is a list: an array, or text with commas in which double quotes protect a comma. */
final class Lists {
    private Lists() {}

    /** The elements that are not blank. */
    static List<Value> elements(Value right) {
        List<Value> elements = new ArrayList<>();
        if (right.plain() instanceof Arr arr) {
            arr.forEach(element -> add(elements, element));
        } else if (right.plain() instanceof Text text) {
            split(text.value(), elements);
        } else {
            add(elements, right);
        }
        return elements;
    }

    private static void add(List<Value> elements, Value element) {
        if (!element.isBlank()) {
            elements.add(element);
        }
    }

    private static void split(String text, List<Value> elements) {
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                element.append('"');
                i++;
            } else if (c == '"' && (quoted || element.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(elements, new Text(element.toString().trim()));
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        add(elements, new Text(element.toString().trim()));
    }
}
