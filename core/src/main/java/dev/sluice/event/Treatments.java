package dev.sluice.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What becomes of values on their way to a reader, beyond what his role says. Immutable.
 *
 * @param sights by the section and the name in it, {@code lead.email}, {@code appended.*}; {@code *} is all that is personal. The
 *     closest word counts. A value that the role hides stays hidden, and secrets stay masks
 */
public record Treatments(Map<String, Sight> sights) {
    /** Values are seen as the role says. */
    public static final Treatments NONE = new Treatments(Map.of());

    private static final String ANYTHING = "*";
    private static final Pattern PATH =
            Pattern.compile("\\*|(lead|appended|decisions|feedback|submission)\\.([^\\s,=*]+\\.)?(\\*|[^\\s,=*]+)");
    private static final Map<String, Sight> WORDS =
            Map.of("mask", Sight.MASKED, "hash", Sight.HASHED, "tokenise", Sight.TOKENISED, "remove", Sight.HIDDEN);

    /** @throws IllegalArgumentException if a path is none that can be treated, or a treatment would show values */
    public Treatments {
        sights = Map.copyOf(sights);
        sights.forEach(Treatments::check);
    }

    private static void check(String path, Sight sight) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "'" + path + "' is nothing that can be treated; there are *, lead.NAME, lead.*,"
                            + " and the same of appended, decisions, feedback and submission");
        }
        if (sight == Sight.CLEAR) {
            throw new IllegalArgumentException("a treatment of '" + path + "' shows no more than the role does");
        }
    }

    /**
     * Reads {@code lead.email=hash, lead.phone_1=tokenise, appended.*=remove, *=mask}; nothing is none.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Treatments parse(String text) {
        Map<String, Sight> all = new LinkedHashMap<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("\\s*=\\s*", 2))
                .forEach(part -> all.put(part[0], sight(part.length == 1 ? "" : part[1])));
        return new Treatments(all);
    }

    private static Sight sight(String word) {
        return Optional.ofNullable(WORDS.get(word))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no treatment; there are mask, hash, tokenise and remove"));
    }

    /** As {@link #parse} reads it, by path; empty for none. */
    public String text() {
        return new TreeMap<>(sights)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + word(one.getValue()))
                        .collect(Collectors.joining(","));
    }

    private static String word(Sight sight) {
        return WORDS.entrySet().stream()
                .filter(one -> one.getValue() == sight)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    boolean isNone() {
        return sights.isEmpty();
    }

    /** Whether the value at this path is named, so that it is treated even if nothing calls it personal. */
    boolean names(String path) {
        return sights.containsKey(path);
    }

    /** What is seen of the value at {@code path}, of which the role sees {@code seen}. */
    Sight of(String path, Sight seen) {
        if (isNone() || seen == Sight.HIDDEN) {
            return seen;
        }
        Sight near = sights.get(path);
        int dot = path.lastIndexOf('.');
        while (near == null && dot > 0) {
            String above = path.substring(0, dot);
            near = sights.getOrDefault(above + "." + ANYTHING, sights.get(above));
            dot = above.lastIndexOf('.');
        }
        return near == null ? sights.getOrDefault(ANYTHING, seen) : near;
    }

    boolean needPseudonyms() {
        return sights.values().stream().anyMatch(Sight::isPseudonym);
    }
}
