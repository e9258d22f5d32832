package dev.sluice.rules.internal.program;

import dev.sluice.rules.Operator;
import dev.sluice.types.FieldType;
import java.util.Collection;
import java.util.TreeSet;

/** What findings recommend. */
final class Advice {
    private Advice() {}

    static String unknownOperator(String spelling) {
        TreeSet<String> names = new TreeSet<>();
        for (Operator operator : Operator.values()) {
            names.add(operator.canonical());
        }
        return "no operator is called '" + shortened(spelling) + "'; did you mean '" + nearest(spelling, names) + "'?";
    }

    static String notOffered(Operator operator, FieldType type) {
        return "'" + operator + "' makes no sense on a field of type " + type.name() + "; it offers "
                + String.join(", ", new TreeSet<>(type.operators()));
    }

    static String unknownField(String path, Collection<String> names) {
        String head = path.startsWith("lead.") ? path.substring(5) : path;
        String nearest = nearest(head, names);
        String advice = nearest.isEmpty() ? "declare the field" : "declare the field or write '" + nearest + "'";
        return "nothing declares '" + shortened(path) + "'; " + advice;
    }

    /** The name that needs the fewest changes; empty when there are no names. */
    private static String nearest(String word, Collection<String> names) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        String wanted = shortened(word);
        for (String name : names) {
            int distance = distance(wanted, name);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static String shortened(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "...";
    }
}
