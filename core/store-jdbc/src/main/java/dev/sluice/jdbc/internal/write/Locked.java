package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.state.Shelf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Values of one transaction: those that were locked at once, and others as they are needed. */
final class Locked<K, V> implements Shelf<K, V> {
    private final Map<K, V> values;
    private final Function<K, V> database;

    Locked(Map<K, V> values, Function<K, V> database) {
        this.values = new HashMap<>(values);
        this.database = database;
    }

    /** Values that may be absent. */
    static <K, V> Locked<K, Optional<V>> optional(
            Map<K, V> values, Set<Object> absent, Function<K, Optional<V>> database) {
        Map<K, Optional<V>> known = new HashMap<>();
        values.forEach((key, value) -> known.put(key, Optional.of(value)));
        return new Locked<>(known, key -> absent.contains(key) ? Optional.empty() : database.apply(key));
    }

    @Override
    public V get(K key) {
        V value = values.get(key);
        if (value == null) {
            value = database.apply(key);
            values.put(key, value);
        }
        return value;
    }

    @Override
    public void put(K key, V value, long write) {
        values.put(key, value);
    }
}
