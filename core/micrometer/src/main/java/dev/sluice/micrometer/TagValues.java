package dev.sluice.micrometer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The values that each tag has had, and no more of them than a registry bears. For one thread. */
final class TagValues {
    /** How many values a tag may have. */
    static final int MOST = 1_000;

    /** What stands for all that come after these. */
    static final String OTHER = "other";

    private static final String NONE = "none";

    private final Map<String, Set<String>> seen = new HashMap<>();

    String of(String tag, String value) {
        if (value.isEmpty()) {
            return NONE;
        }
        Set<String> known = seen.computeIfAbsent(tag, key -> new HashSet<>());
        return known.contains(value) || known.size() < MOST && known.add(value) ? value : OTHER;
    }
}
