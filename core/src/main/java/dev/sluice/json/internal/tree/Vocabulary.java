package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that one kind of object may have. Each is also read in its spelling with underscores, and under its other names. */
public final class Vocabulary {
    private final String thing;
    private final List<String> names;
    private final Map<String, String> otherNames;

    private Vocabulary(String thing, List<String> names, Map<String, String> otherNames) {
        this.thing = thing;
        this.names = names;
        this.otherNames = otherNames;
    }

    /** The keys of {@code thing}, which is named with its article: {@code a cap}. */
    public static Vocabulary of(String thing, String... names) {
        return new Vocabulary(thing, List.of(names), Map.of());
    }

    /** These keys, with {@code other} read as {@code name}. */
    public Vocabulary alias(String other, String name) {
        Map<String, String> more = new HashMap<>(otherNames);
        more.put(other, name);
        return new Vocabulary(thing, names, Map.copyOf(more));
    }

    /** The canonical name of a key, or null for a key that does not belong here. */
    @Nullable String canonical(String key) {
        if (names.contains(key)) {
            return key;
        }
        String humped = humped(key);
        String other = otherNames.getOrDefault(key, otherNames.get(humped));
        return other != null ? other : names.contains(humped) ? humped : null;
    }

    private static String humped(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            boolean hump = key.charAt(i) == '_' && i > 0 && i + 1 < key.length();
            out.append(hump ? Character.toUpperCase(key.charAt(++i)) : key.charAt(i));
        }
        return out.toString();
    }

    public String thing() {
        return thing;
    }

    public List<String> names() {
        return names;
    }

    public Map<String, String> otherNames() {
        return otherNames;
    }

    String unknown(String key) {
        return thing + " has no key '" + Words.shown(key) + "'; " + Nearest.advice(key, names);
    }
}
