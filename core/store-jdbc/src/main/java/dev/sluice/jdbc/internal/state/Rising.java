package dev.sluice.jdbc.internal.state;

import java.util.function.Function;

/** Values by keys that mostly rise: what is beyond the {@link Frontier} has no value, and nobody is asked for it. */
final class Rising<K, V> implements Shelf<K, V> {
    private final Shelf<K, V> known;
    private final Frontier frontier;
    private final Function<K, String> account;
    private final Function<K, String> id;
    private final V none;

    /** @param none the value of keys that have none */
    Rising(Shelf<K, V> known, Frontier frontier, Function<K, String> account, Function<K, String> id, V none) {
        this.known = known;
        this.frontier = frontier;
        this.account = account;
        this.id = id;
        this.none = none;
    }

    @Override
    public V get(K key) {
        return frontier.isBeyond(account.apply(key), id.apply(key)) ? none : known.get(key);
    }

    @Override
    public void put(K key, V value, long write) {
        frontier.reach(account.apply(key), id.apply(key));
        known.put(key, value, write);
    }

    @Override
    public void trim(long durable) {
        known.trim(durable);
    }
}
