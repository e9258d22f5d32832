package dev.sluice.cli.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reasons and how often each was given; those that differ only in their numbers count as one. */
public final class Reasons {
    private final Map<String, Count> byPattern = new HashMap<>();

    /**
     * One reason.
     *
     * @param text as it was given, with {@code #} for its numbers if they differed
     * @param leads how often
     */
    public record Count(String text, long leads) {
        private Count plus(String another, String pattern) {
            return new Count(text.equals(another) ? text : pattern, leads + 1);
        }
    }

    void add(String reason) {
        String pattern = pattern(reason);
        Count known = byPattern.get(pattern);
        byPattern.put(pattern, known == null ? new Count(reason, 1) : known.plus(reason, pattern));
    }

    /** Each run of digits as one sign. */
    private static String pattern(String reason) {
        StringBuilder pattern = new StringBuilder(reason.length());
        boolean digits = false;
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit || !digits) {
                pattern.append(digit ? '#' : c);
            }
            digits = digit;
        }
        return pattern.toString();
    }

    /** All reasons, the most frequent first. */
    public List<Count> all() {
        List<Count> all = new ArrayList<>(byPattern.values());
        all.sort(Comparator.comparingLong(Count::leads).reversed().thenComparing(Count::text));
        return all;
    }
}
