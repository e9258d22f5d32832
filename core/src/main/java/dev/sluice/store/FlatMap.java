package dev.sluice.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map without an object for each entry, whose hashes stand side by side: to look for what is not there touches no entry.
 * A store that keeps many leads does that for each new one. For keys that nobody outside chooses; used by one thread at a
 * time, and not changed while it is walked through.
 */
final class FlatMap<K, V> extends AbstractMap<K, V> {
    private static final int LEAST = 16;
    private static final int SPREAD = 0x9E3779B9;

    /** Of the entry in each place; 0 where there is none. Twice as many places as entries, or more. */
    private int[] hashes;
    /** The key of each place, and its value behind it. */
    private Object[] pairs;

    private int size;

    FlatMap() {
        this(0);
    }

    /** @param expected how many entries it is made for; more fit all the same */
    FlatMap(int expected) {
        int places = LEAST;
        while (places < 2 * expected) {
            places *= 2;
        }
        hashes = new int[places];
        pairs = new Object[2 * places];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return hashes[place(key, hash(key))] != 0;
    }

    @Override
    public @Nullable V get(Object key) {
        int at = place(key, hash(key));
        return hashes[at] == 0 ? null : value(at);
    }

    @Override
    public @Nullable V put(K key, V value) {
        int hash = hash(key);
        int at = place(key, hash);
        if (hashes[at] != 0) {
            V before = value(at);
            pairs[2 * at + 1] = value;
            return before;
        }
        set(at, hash, key, value);
        size++;
        if (2 * size > hashes.length) {
            grow();
        }
        return null;
    }

    @Override
    public @Nullable V remove(Object key) {
        int at = place(key, hash(key));
        if (hashes[at] == 0) {
            return null;
        }
        V removed = value(at);
        size--;
        close(at);
        return removed;
    }

    /** Moves up what would not be found behind a free place. */
    private void close(int gap) {
        int free = gap;
        int mask = hashes.length - 1;
        for (int at = (gap + 1) & mask; hashes[at] != 0; at = (at + 1) & mask) {
            int home = home(hashes[at]);
            if (((at - home) & mask) >= ((at - free) & mask)) {
                set(free, hashes[at], pairs[2 * at], pairs[2 * at + 1]);
                free = at;
            }
        }
        hashes[free] = 0;
        pairs[2 * free] = null;
        pairs[2 * free + 1] = null;
    }

    private static int hash(Object key) {
        int hash = key.hashCode() * SPREAD;
        return hash == 0 ? 1 : hash;
    }

    private int home(int hash) {
        return hash >>> Integer.numberOfLeadingZeros(hashes.length - 1);
    }

    /** Where the key is, or would come. */
    private int place(Object key, int hash) {
        int mask = hashes.length - 1;
        int at = home(hash);
        while (hashes[at] != 0 && (hashes[at] != hash || !pairs[2 * at].equals(key))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void set(int at, int hash, Object key, Object value) {
        hashes[at] = hash;
        pairs[2 * at] = key;
        pairs[2 * at + 1] = value;
    }

    @SuppressWarnings("unchecked")
    private V value(int at) {
        return (V) pairs[2 * at + 1];
    }

    private void grow() {
        int[] before = hashes;
        Object[] all = pairs;
        hashes = new int[2 * before.length];
        pairs = new Object[2 * all.length];
        int mask = hashes.length - 1;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int at = home(before[i]);
                while (hashes[at] != 0) {
                    at = (at + 1) & mask;
                }
                set(at, before[i], all[2 * i], all[2 * i + 1]);
            }
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk();
            }
        };
    }

    /** From place to place. */
    private final class Walk implements Iterator<Entry<K, V>> {
        private int at = next(0);

        private int next(int from) {
            int next = from;
            while (next < hashes.length && hashes[next] == 0) {
                next++;
            }
            return next;
        }

        @Override
        public boolean hasNext() {
            return at < hashes.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<K, V> entry = new SimpleImmutableEntry<>((K) pairs[2 * at], value(at));
            at = next(at + 1);
            return entry;
        }
    }
}
