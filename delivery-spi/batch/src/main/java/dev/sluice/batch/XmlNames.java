package dev.sluice.batch;

import dev.sluice.types.Shape;
import java.util.HashMap;
import java.util.Map;

/** Names of columns as names of elements. */
final class XmlNames {
    private XmlNames() {}

    static String[] of(Shape columns) {
        String[] names = new String[columns.size()];
        Map<String, String> taken = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            names[i] = of(columns.name(i));
            String other = taken.putIfAbsent(names[i], columns.name(i));
            if (other != null) {
                throw new IllegalArgumentException(shared(other, columns.name(i)));
            }
        }
        return names;
    }

    static String shared(String first, String second) {
        return "columns '" + first + "' and '" + second + "' would both be the element <" + of(second)
                + ">; rename one";
    }

    static String of(String column) {
        StringBuilder name = new StringBuilder(column.length() + 1);
        column.codePoints().forEach(c -> name.append(mayStand(c) ? (char) c : '_'));
        boolean begins = name.length() > 0 && (isLetter(name.charAt(0)) || name.charAt(0) == '_');
        return begins ? name.toString() : name.insert(0, '_').toString();
    }

    private static boolean mayStand(int c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
