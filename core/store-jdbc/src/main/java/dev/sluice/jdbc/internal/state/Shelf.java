package dev.sluice.jdbc.internal.state;

/** Present values by key, for those who decide. */
public interface Shelf<K, V> {
    V get(K key);

    /** @param write the number of the write that gave this value */
    void put(K key, V value, long write);

    /** Lets go of what the database has, as far as there is too much; it has all writes up to {@code durable}. */
    default void trim(long durable) {}
}
