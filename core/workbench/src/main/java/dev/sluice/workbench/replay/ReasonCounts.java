package dev.sluice.workbench.replay;

import dev.sluice.workbench.replay.ReplayReport.Counts;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How leads ended, and how many. Ends that differ only in their numbers count as one, and of many different ones the last
 * are taken together, so that a reason that names something of each lead does not make it grow. Not safe for several
 * threads.
 */
final class ReasonCounts {
    private static final int MOST = 1_000;
    private static final String FURTHER = "(further ends)";

    private final Map<String, End> byPattern = new HashMap<>();

    /** @param text as it was given, with {@code #} for its numbers once they differed */
    private record End(String text, Counts counts) {
        End plus(String another, String pattern, Counts more) {
            return new End(text.equals(another) ? text : pattern, counts.plus(more));
        }
    }

    void add(String text, Counts counts) {
        String pattern = text.replaceAll("[0-9]+", "#");
        boolean full = byPattern.size() >= MOST && !byPattern.containsKey(pattern);
        String key = full ? FURTHER : pattern;
        String shown = full ? FURTHER : text;
        End known = byPattern.get(key);
        byPattern.put(key, known == null ? new End(shown, counts) : known.plus(shown, key, counts));
    }

    Map<String, Counts> all() {
        Map<String, Counts> all = new TreeMap<>();
        byPattern.values().forEach(end -> all.put(end.text(), end.counts()));
        return all;
    }
}
