package dev.sluice.http.internal.answer;

import java.util.List;

/** How often a path makes the engine walk through a document for each element that it found before. */
final class XPathCost {
    /** The most elements for paths that walk once, twice and so on; further walks find nothing. */
    private static final int[] MOST_ELEMENTS = {Integer.MAX_VALUE, Integer.MAX_VALUE, 2_000, 200, 50};

    /** What goes through many elements; the first two go through nearly all, from each. */
    private static final List<String> WALKS =
            List.of("following", "preceding", "//", "..", "descendant", "ancestor", "parent");

    private static final int HEAVIEST = 2;

    private XPathCost() {}

    /** Whether {@code path} ends soon in a document of {@code elements}. */
    static boolean isBounded(String path, int elements) {
        int walks = walks(path);
        return walks < MOST_ELEMENTS.length && elements <= MOST_ELEMENTS[walks];
    }

    private static int walks(String path) {
        int walks = isWalkingInBrackets(path) ? 1 : 0;
        for (int i = 0; i < WALKS.size(); i++) {
            walks += count(path, WALKS.get(i)) * (i < HEAVIEST ? 2 : 1);
        }
        return walks;
    }

    private static int count(String path, String walk) {
        int count = 0;
        for (int at = path.indexOf(walk); at >= 0; at = path.indexOf(walk, at + walk.length())) {
            count++;
        }
        return count;
    }

    /** A path in a condition is gone for each element that the condition is asked of. */
    private static boolean isWalkingInBrackets(String path) {
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth > 0 && (c == '/' || c == '*' || c == ':' || depth > 1)) {
                return true;
            }
        }
        return false;
    }
}
