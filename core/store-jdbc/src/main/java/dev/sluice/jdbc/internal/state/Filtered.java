package dev.sluice.jdbc.internal.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by keys that come in no order and are mostly new, such as those of duplicate checks: for most keys that have no
 * value nobody is asked. Guarded by the store's lock.
 */
final class Filtered<K, V> implements Shelf<K, V> {
    private final Shelf<K, V> known;
    private final Supplier<KeyFilter> database;
    private final V none;
    private @Nullable KeyFilter filter;

    /**
     * @param database asked once, for all keys that have a value then
     * @param none the value of keys that have none
     */
    Filtered(Shelf<K, V> known, Supplier<KeyFilter> database, V none) {
        this.known = known;
        this.database = database;
        this.none = none;
    }

    @Override
    public V get(K key) {
        return filter().mayHave(key) ? known.get(key) : none;
    }

    @Override
    public void put(K key, V value, long write) {
        filter().add(key);
        known.put(key, value, write);
    }

    /** Before the first change: later the database lacks what is only queued. */
    private KeyFilter filter() {
        KeyFilter read = filter == null ? database.get() : filter;
        filter = read;
        return read;
    }

    @Override
    public void trim(long durable) {
        known.trim(durable);
    }
}
