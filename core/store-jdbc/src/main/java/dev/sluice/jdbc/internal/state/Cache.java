package dev.sluice.jdbc.internal.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The present values of the keys that were used last, including those not yet in the database, which stay until they are.
 * Right because only one process writes. Guarded by the store's lock.
 */
final class Cache<K, V> implements Shelf<K, V> {
    private final int capacity;
    private final Function<K, V> database;
    private final LinkedHashMap<K, Cell<V>> cells = new LinkedHashMap<>(64, 0.75f, true);

    Cache(int capacity, Function<K, V> database) {
        this.capacity = capacity;
        this.database = database;
    }

    /** A value and the number of the write that gave it; 0 when it was read from the database. */
    private record Cell<V>(V value, long write) {}

    @Override
    public V get(K key) {
        Cell<V> cell = cells.get(key);
        if (cell == null) {
            cell = new Cell<>(database.apply(key), 0);
            cells.put(key, cell);
        }
        return cell.value();
    }

    @Override
    public void put(K key, V value, long write) {
        cells.put(key, new Cell<>(value, write));
    }

    /** Lets go of what was used longest ago. */
    @Override
    public void trim(long durable) {
        Iterator<Map.Entry<K, Cell<V>>> eldest = cells.entrySet().iterator();
        while (cells.size() > capacity
                && eldest.hasNext()
                && eldest.next().getValue().write() <= durable) {
            eldest.remove();
        }
    }
}
