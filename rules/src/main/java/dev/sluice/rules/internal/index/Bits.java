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

    /** Keeps of {@code candidates} those that are not {@code constrained}, or that are {@code accepted}. */
    static void keep(long[] candidates, long[] constrained, long[] accepted) {
        int words = Math.min(candidates.length, constrained.length);
        int some = Math.min(words, accepted.length);
        for (int i = 0; i < some; i++) {
            candidates[i] &= ~constrained[i] | accepted[i];
        }
        for (int i = some; i < words; i++) {
            candidates[i] &= ~constrained[i];
        }
    }

    /** The same where one of two sets must accept. */
    static void keep(long[] candidates, long[] constrained, long[] first, long[] second) {
        long[] longer = first.length < second.length ? second : first;
        long[] shorter = first.length < second.length ? first : second;
        int words = Math.min(candidates.length, constrained.length);
        int both = Math.min(words, shorter.length);
        int one = Math.min(words, longer.length);
        for (int i = 0; i < both; i++) {
            candidates[i] &= ~constrained[i] | longer[i] | shorter[i];
        }
        for (int i = both; i < one; i++) {
            candidates[i] &= ~constrained[i] | longer[i];
        }
        for (int i = one; i < words; i++) {
            candidates[i] &= ~constrained[i];
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
