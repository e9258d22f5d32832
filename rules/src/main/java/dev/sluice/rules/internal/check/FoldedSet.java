package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of texts that is asked without regard to case and outer white space, and without allocating. */
public final class FoldedSet {
    private final @Nullable String[] spelled;
    private final @Nullable String[] folded;

    private FoldedSet(int size) {
        this.spelled = new @Nullable String[size];
        this.folded = new @Nullable String[size];
    }

    public static FoldedSet of(List<String> texts) {
        FoldedSet set = new FoldedSet(Integer.highestOneBit(Math.max(4, texts.size() * 2)) * 2);
        for (String text : texts) {
            add(set.spelled, text);
            add(set.folded, Folding.fold(text));
        }
        return set;
    }

    private static void add(@Nullable String[] table, String text) {
        int at = place(text.hashCode(), table);
        while (table[at] != null && !text.equals(table[at])) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = text;
    }

    public boolean contains(String text) {
        return asSpelled(text) || inAnyCase(text);
    }

    /** Most leads say it in the very letters of the rule, and a text knows its own hash code. */
    private boolean asSpelled(String text) {
        int at = place(text.hashCode(), spelled);
        for (String found = spelled[at]; found != null; found = spelled[at]) {
            if (text.equals(found)) {
                return true;
            }
            at = (at + 1) & (spelled.length - 1);
        }
        return false;
    }

    private boolean inAnyCase(String text) {
        int at = place(Folding.hash(text), folded);
        for (String found = folded[at]; found != null; found = folded[at]) {
            if (Folding.same(text, found)) {
                return true;
            }
            at = (at + 1) & (folded.length - 1);
        }
        return false;
    }

    private static int place(int hash, @Nullable String[] table) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }
}
