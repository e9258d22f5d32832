package dev.sluice.rules.internal.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of folded texts that is asked without folding, trimming or allocating. */
final class FoldedSet {
    private final @Nullable String[] table;

    private FoldedSet(@Nullable String[] table) {
        this.table = table;
    }

    static FoldedSet of(List<String> folded) {
        int size = Integer.highestOneBit(Math.max(4, folded.size() * 2)) * 2;
        FoldedSet set = new FoldedSet(new @Nullable String[size]);
        folded.forEach(set::add);
        return set;
    }

    private void add(String folded) {
        int at = place(folded.hashCode());
        while (table[at] != null && !folded.equals(table[at])) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = folded;
    }

    boolean contains(String text) {
        int at = place(Folding.hash(text));
        for (String found = table[at]; found != null; found = table[at]) {
            if (Folding.same(text, found)) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    private int place(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }
}
