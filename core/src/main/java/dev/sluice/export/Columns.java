package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import dev.sluice.export.internal.ColumnChoice;
import java.util.ArrayList;
import java.util.List;

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
        if (patterns.stream().anyMatch(pattern -> ColumnChoice.bare(pattern).isEmpty())) {
            throw new IllegalArgumentException("a column has no name; leave out the comma");
        }
        boolean excludesOnly = patterns.stream().allMatch(ColumnChoice::isExclusion);
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

    /** Names and patterns as they were given, exclamation marks included. */
    public List<String> patterns() {
        return patterns;
    }

    ColumnChoice choice() {
        return new ColumnChoice(patterns);
    }

    @Override
    public String toString() {
        return text();
    }
}
