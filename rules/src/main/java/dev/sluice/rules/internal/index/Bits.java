package dev.sluice.rules.internal.index;

import java.util.Arrays;

/** Sets of slots, 64 to a word. They are shared between indexes, so every change makes a copy. */
final class Bits {
    static final long[] NONE = {};

    private Bits() {}

    static boolean has(long[] bits, int slot) {
        return slot >>> 6 < bits.length && (bits[slot >>> 6] >>> slot & 1) != 0;
    }

    static long[] of(Sharded<Object, long[]> sets, Object key) {
        long[] bits = sets.get(key);
        return bits == null ? NONE : bits;
    }

    static Sharded<Object, long[]> with(Sharded<Object, long[]> sets, Iterable<?> keys, int slot) {
        Sharded<Object, long[]> next = sets;
        for (Object key : keys) {
            next = next.with(key, with(of(next, key), slot));
        }
        return next;
    }

    static long[] with(long[] bits, int slot) {
        int word = slot >>> 6;
        long[] next = Arrays.copyOf(bits, Math.max(bits.length, word + 1));
        next[word] |= 1L << slot;
        return next;
    }

    /** Keeps of {@code candidates} those that are not {@code constrained}, or that {@code first} or {@code second} accept. */
    static void keep(long[] candidates, long[] constrained, long[] first, long[] second) {
        int words = Math.min(candidates.length, constrained.length);
        int both = Math.min(words, Math.min(first.length, second.length));
        int i = 0;
        for (; i < both; i++) {
            candidates[i] &= ~constrained[i] | first[i] | second[i];
        }
        for (; i < words; i++) {
            long accepted = (i < first.length ? first[i] : 0) | (i < second.length ? second[i] : 0);
            candidates[i] &= ~constrained[i] | accepted;
        }
    }

    /** Adds {@code more} to {@code set}, as far as it reaches. */
    static void add(long[] set, long[] more) {
        int words = Math.min(set.length, more.length);
        for (int i = 0; i < words; i++) {
            set[i] |= more[i];
        }
    }

    /** Takes {@code refused} out of {@code candidates}. */
    static void drop(long[] candidates, long[] refused) {
        int words = Math.min(candidates.length, refused.length);
        for (int i = 0; i < words; i++) {
            candidates[i] &= ~refused[i];
        }
    }
}
