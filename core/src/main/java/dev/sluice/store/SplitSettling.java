package dev.sluice.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What decided writes will give back once their events are durable. Whoever takes the same again has to let that happen
 * first, or it would be given back as well. Guarded by the store's lock.
 */
final class SplitSettling {
    private static final int CAPACITY = 10_000;

    private final Map<Object, Long> writes = new HashMap<>();

    /** Says that the write with this number must be durable first; thrown out of a decision, which then runs again. */
    static final class First extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final long number;

        First(long number) {
            super("write " + number + " has to be durable first", null, false, false);
            this.number = number;
        }

        long number() {
            return number;
        }
    }

    void take(Object key, long durable) {
        Long write = writes.get(key);
        if (write != null && write > durable) {
            throw new First(write);
        }
    }

    void decided(Set<Object> settled, long write, long durable) {
        if (writes.size() > CAPACITY) {
            writes.values().removeIf(number -> number <= durable);
        }
        settled.forEach(key -> writes.put(key, write));
    }
}
