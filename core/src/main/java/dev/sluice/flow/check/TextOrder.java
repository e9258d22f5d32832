package dev.sluice.flow.check;

import dev.sluice.rules.Finding;
import java.util.Comparator;
import java.util.List;

/** The order in which people read a definition: its parts as they are usually written, elements by their number. */
final class TextOrder implements Comparator<String> {
    /** Findings by their places; those about one place stay as they are. */
    static final Comparator<Finding> OF_FINDINGS = Comparator.comparing(Finding::pointer, new TextOrder());

    private static final List<String> PARTS = List.of(
            "id",
            "name",
            "fields",
            "mappings",
            "gates",
            "hours",
            "listChecks",
            "purchasingDecisions",
            "acceptanceCriteria",
            "duplicateCheck",
            "suppression",
            "pricing",
            "caps",
            "pingLimits",
            "quoteValidity",
            "sources",
            "steps",
            "subFlows",
            "response");

    @Override
    public int compare(String one, String other) {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        for (int i = 1; i < Math.min(a.length, b.length); i++) {
            int order = i == 1 ? Integer.compare(PARTS.indexOf(a[i]), PARTS.indexOf(b[i])) : words(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int words(String a, String b) {
        return isNumber(a) && isNumber(b) ? Integer.compare(a.length(), b.length()) * 2 + sign(a, b) : sign(a, b);
    }

    private static int sign(String a, String b) {
        return Integer.signum(a.compareTo(b));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
