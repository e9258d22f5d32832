package dev.sluice.http.internal.lookup;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made of settings; there are few. When there are many, the flows that they came from are gone. */
public final class Kept<K, V> extends ConcurrentHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 10_000;

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> maker) {
        if (size() >= MOST) {
            clear();
        }
        return super.computeIfAbsent(key, maker);
    }
}
