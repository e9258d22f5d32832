package dev.sluice.rules.internal.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map in parts, so that a change copies one small part. Immutable. */
public final class Sharded<K, V> {
    private static final int COUNT = 128;

    private final Map<K, V>[] parts;

    private Sharded(Map<K, V>[] parts) {
        this.parts = parts;
    }

    /** The map without entries. */
    public static <K, V> Sharded<K, V> empty() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<K, V>[] parts = new Map[COUNT];
        Arrays.fill(parts, Map.of());
        return new Sharded<>(parts);
    }

    private static int part(Object key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (COUNT - 1);
    }

    public @Nullable V get(K key) {
        return parts[part(key)].get(key);
    }

    public Sharded<K, V> with(K key, V value) {
        Map<K, V> part = new HashMap<>(parts[part(key)]);
        part.put(key, value);
        return replaced(part(key), part);
    }

    public Sharded<K, V> without(K key) {
        Map<K, V> part = new HashMap<>(parts[part(key)]);
        part.remove(key);
        return replaced(part(key), part);
    }

    private Sharded<K, V> replaced(int at, Map<K, V> part) {
        Map<K, V>[] next = parts.clone();
        next[at] = part;
        return new Sharded<>(next);
    }
}
