package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns a file has, and in which order: names, patterns ({@code email.*}, {@code *.valid}), and with an
 * exclamation mark before them those that are left out ({@code !appended.*}). Fields of the lead are called by their name,
 * or with {@code lead.} before it. Immutable.
 */
public final class Columns {
    private static final String EVERYTHING = "*";
    private static final int MOST = 1_000;

    private final List<String> patterns;

    private Columns(List<String> patterns) {
        this.patterns = patterns;
    }

    /** Everything there is. */
    public static Columns all() {
        return new Columns(List.of(EVERYTHING));
    }

    /**
     * These; a pattern gives its columns in the order of the data, each once.
     *
     * @throws IllegalArgumentException if there is none, too many, or an empty one
     */
    public static Columns of(List<String> patterns) {
        if (patterns.isEmpty() || patterns.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " columns can be named, not " + patterns.size());
        }
        if (patterns.stream().anyMatch(pattern -> bare(pattern).isEmpty())) {
            throw new IllegalArgumentException("a column has no name; leave out the comma");
        }
        boolean excludesOnly = patterns.stream().allMatch(Columns::isExclusion);
        List<String> all = new ArrayList<>(excludesOnly ? List.of(EVERYTHING) : List.of());
        all.addAll(patterns);
        return new Columns(List.copyOf(all));
    }

    /** As people write them: {@code all}, or names and patterns with commas between. */
    public static Columns parse(String text) {
        if (requireNonNull(text, "text").strip().equals("all")) {
            return all();
        }
        return of(List.of(text.split(",", -1)).stream().map(String::strip).toList());
    }

    /** What {@link #parse} reads. */
    public String text() {
        return equalsAll() ? "all" : String.join(",", patterns);
    }

    private boolean equalsAll() {
        return patterns.equals(List.of(EVERYTHING));
    }

    /** Whether each column is named, so that nobody has to look for them. */
    boolean areNamed() {
        return patterns.stream().noneMatch(pattern -> pattern.contains(EVERYTHING));
    }

    /** The columns, of all that there are. A name that nothing has is a column all the same, an empty one. */
    List<String> among(Collection<Heading> there) {
        Map<String, Heading> chosen = new LinkedHashMap<>();
        for (String pattern : patterns) {
            if (isExclusion(pattern)) {
                chosen.values().removeIf(heading -> heading.matches(bare(pattern)));
            } else if (pattern.contains(EVERYTHING)) {
                there.stream()
                        .filter(heading -> heading.matches(pattern))
                        .forEach(heading -> chosen.putIfAbsent(heading.name(), heading));
            } else {
                chosen.putIfAbsent(pattern, Heading.of(pattern));
            }
        }
        return List.copyOf(chosen.keySet());
    }

    private static boolean isExclusion(String pattern) {
        return pattern.startsWith("!");
    }

    private static String bare(String pattern) {
        return isExclusion(pattern) ? pattern.substring(1) : pattern;
    }

    @Override
    public String toString() {
        return text();
    }
}
