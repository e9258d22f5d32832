package dev.sluice.internal.names;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody who wrote an unknown name most likely meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The known name with the fewest slips from {@code word}, when they are few; the first of several. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = 1 + Math.max(1, wanted.length() / 3);
        for (String name : known) {
            int slips = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (slips < fewest) {
                fewest = slips;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The end of a sentence about an unknown name: the nearest known one, or all of them. */
    public static String advice(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "none are known here";
        }
        return to(word, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    /** Letters to insert, drop, exchange, or swap with their neighbour. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > LONGEST) {
            return LONGEST;
        }
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : step(slips, a, b, i, j);
            }
        }
        return slips[a.length()][b.length()];
    }

    private static int step(int[][] slips, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
        least = Math.min(least, slips[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
