package dev.sluice.templates.internal.helper;

import dev.sluice.types.Arr;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** Whether a value is in a list; of an array, whether any of its elements is. */
final class Including {
    private Including() {}

    static boolean test(Value value, Value list) {
        List<Value> among = list.plain() instanceof Arr array ? array.values() : split(Values.text(list));
        for (Value element : Values.elements(value)) {
            for (Value candidate : among) {
                if (!element.isBlank() && Comparing.isEqual(element, candidate)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The entries between the commas; quotes keep the commas inside them. */
    private static List<Value> split(String list) {
        List<Value> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : ',';
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && (!quoted || i == list.length())) {
                entries.add(new Text(Whitespace.trim(entry.toString())));
                entry.setLength(0);
            } else {
                entry.append(c);
            }
        }
        return entries;
    }
}
