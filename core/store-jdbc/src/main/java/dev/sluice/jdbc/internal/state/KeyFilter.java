package dev.sluice.jdbc.internal.state;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of most keys that were never added that they were not: a Bloom filter that grows with what is added, each part
 * twice as large as the one before. Beyond {@value #MOST} keys it knows nothing any more. Guarded by the store's lock.
 */
final class KeyFilter {
    /** 8 to 16 bits are kept for each key, so this takes 16 MiB at most. */
    private static final int MOST = 8_000_000;

    /** Reading as many takes about a second. */
    private static final int MOST_READ = 500_000;

    private static final int FIRST_BITS = 1 << 16;
    private static final int BITS_OF_A_KEY = 8;
    private static final int PROBES = 4;

    private final List<long[]> parts = new ArrayList<>();
    private int room;
    private int added;

    /** With the keys that a table has, unless there are too many to be read. */
    static KeyFilter of(Session session, Table<?, ?> table) {
        KeyFilter filter = new KeyFilter();
        List<Boolean> read = session.list(table.selectSome(MOST_READ + 1), row -> filter.addNext(table.key(row)));
        if (read.size() > MOST_READ) {
            filter.forget();
        }
        return filter;
    }

    private boolean addNext(Object key) {
        add(key);
        return true;
    }

    /** From now on it knows nothing. */
    private void forget() {
        added = MOST;
        parts.clear();
    }

    /** A key that may be there takes no room. */
    void add(Object key) {
        if (mayHave(key)) {
            return;
        }
        if (room == 0) {
            grow();
        }
        mark(parts.get(parts.size() - 1), mixed(key));
        room--;
        added++;
        if (added == MOST) {
            forget();
        }
    }

    private void grow() {
        int bits = FIRST_BITS << parts.size();
        parts.add(new long[bits / Long.SIZE]);
        room = bits / BITS_OF_A_KEY;
    }

    /** False when the key was surely not added. */
    boolean mayHave(Object key) {
        long hash = mixed(key);
        boolean found = added >= MOST;
        for (int i = 0; i < parts.size() && !found; i++) {
            found = has(parts.get(i), hash);
        }
        return found;
    }

    private static void mark(long[] bits, long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(bits, hash, probe);
            bits[bit >> 6] |= 1L << bit;
        }
    }

    private static boolean has(long[] bits, long hash) {
        boolean all = true;
        for (int probe = 0; probe < PROBES && all; probe++) {
            int bit = bit(bits, hash, probe);
            all = (bits[bit >> 6] & 1L << bit) != 0;
        }
        return all;
    }

    private static int bit(long[] bits, long hash, int probe) {
        long spread = hash + probe * (hash >>> 32 | 1);
        return (int) (spread & (long) bits.length * Long.SIZE - 1);
    }

    private static long mixed(Object key) {
        long hash = key.hashCode() * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
