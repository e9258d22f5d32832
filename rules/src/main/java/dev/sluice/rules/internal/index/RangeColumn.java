package dev.sluice.rules.internal.index;

import dev.sluice.rules.internal.check.Reach;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.Arrays;

/**
 * Orderings and ranges: the slots whose range reaches into a bucket of numbers. Buckets are fixed, 32 to each doubling,
 * so a new bound moves nothing; whole doublings that a range covers are noted once, not 32 times.
 */
record RangeColumn(Ref ref, long[][] fine, long[][] coarse, long[][] edges, long[] constrained) implements Column {
    private static final int MANTISSA_BITS = 5;
    private static final int PER_DOUBLING = 1 << MANTISSA_BITS;
    private static final int LEAST = (int) (Double.doubleToLongBits(0x1p-10) >>> (52 - MANTISSA_BITS));
    private static final int MOST = (int) (Double.doubleToLongBits(0x1p42) >>> (52 - MANTISSA_BITS));
    private static final int HALF = ((MOST - LEAST) / PER_DOUBLING + 2) * PER_DOUBLING;

    RangeColumn(Ref ref) {
        this(ref, none(2 * HALF), none(2 * HALF / PER_DOUBLING), none(2 * HALF), Bits.NONE);
    }

    private static long[][] none(int length) {
        long[][] sets = new long[length][];
        Arrays.fill(sets, Bits.NONE);
        return sets;
    }

    /** The bucket of a number; never falls as the number rises. */
    static int bucket(double number) {
        int bits = (int) (Double.doubleToLongBits(Math.abs(number)) >>> (52 - MANTISSA_BITS));
        int distance = bits < LEAST ? 0 : Math.min(bits, MOST) - LEAST + 1;
        return HALF + (number < 0 ? -distance : distance);
    }

    @Override
    public Column with(int slot, Requirement requirement) {
        if (Bits.has(constrained, slot) || !(requirement.check().reach() instanceof Reach.Interval interval)) {
            return this;
        }
        long[][] nextFine = fine.clone();
        long[][] nextCoarse = coarse.clone();
        long[][] nextEdges = edges.clone();
        int high = bucket(interval.high());
        add(nextEdges, bucket(interval.low()), slot);
        add(nextEdges, high, slot);
        for (int i = bucket(interval.low()); i <= high; ) {
            if (i % PER_DOUBLING == 0 && i + PER_DOUBLING - 1 <= high) {
                add(nextCoarse, i / PER_DOUBLING, slot);
                i += PER_DOUBLING;
            } else {
                add(nextFine, i, slot);
                i++;
            }
        }
        return new RangeColumn(ref, nextFine, nextCoarse, nextEdges, Bits.with(constrained, slot));
    }

    private static void add(long[][] sets, int at, int slot) {
        sets[at] = Bits.with(sets[at], slot);
    }

    /** In the bucket of its own bound a range must be asked. */
    @Override
    public void restrict(long[] candidates, Doubts doubts, Scope scope, At at) {
        Value value = ref.read(scope);
        if (value.isBlank()) {
            Bits.drop(candidates, constrained);
            return;
        }
        double number = Reach.point(value);
        if (Double.isNaN(number)) {
            doubts.add(constrained);
            return;
        }
        int bucket = bucket(number);
        Bits.keep(candidates, constrained, fine[bucket], coarse[bucket / PER_DOUBLING]);
        doubts.add(edges[bucket]);
    }
}
