package dev.sluice.export.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns are wanted, of all that there are.
 *
 * @param patterns names, patterns with stars, and with an exclamation mark before them what is left out
 */
public record ColumnChoice(List<String> patterns) {
    private static final String ANYTHING = "*";

    public ColumnChoice {
        patterns = List.copyOf(patterns);
    }

    /** Whether {@code pattern} leaves out what it matches. */
    public static boolean isExclusion(String pattern) {
        return pattern.startsWith("!");
    }

    /** The pattern without its exclamation mark. */
    public static String bare(String pattern) {
        return isExclusion(pattern) ? pattern.substring(1) : pattern;
    }

    /** Whether each column is named, so that nobody has to look for them. */
    public boolean isNamed() {
        return patterns.stream().noneMatch(pattern -> pattern.contains(ANYTHING));
    }

    /** The columns where each is named. */
    public List<String> named() {
        return among(List.of());
    }

    /** The columns, of all that there are. A name that nothing has is a column all the same, an empty one. */
    List<String> among(Collection<Heading> there) {
        Map<String, Heading> chosen = new LinkedHashMap<>();
        for (String pattern : patterns) {
            if (isExclusion(pattern)) {
                chosen.values().removeIf(heading -> heading.matches(bare(pattern)));
            } else if (pattern.contains(ANYTHING)) {
                there.stream()
                        .filter(heading -> heading.matches(pattern))
                        .forEach(heading -> chosen.putIfAbsent(heading.name(), heading));
            } else {
                chosen.putIfAbsent(pattern, Heading.of(pattern));
            }
        }
        return List.copyOf(chosen.keySet());
    }
}
