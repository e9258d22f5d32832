package dev.sluice.rules.internal.index;

import java.util.ArrayList;
import java.util.List;

/** Which of the slots that are left must still be asked; the others surely hold. The sets that say so are only noted, not joined. */
public final class Doubts {
    private final List<long[]> sets;

    Doubts(int columns) {
        this.sets = new ArrayList<>(columns + 1);
    }

    void add(long[] slots) {
        if (slots.length > 0) {
            sets.add(slots);
        }
    }

    /** The doubtful ones of the 64 slots of {@code word}. */
    public long word(int word) {
        long doubtful = 0;
        for (long[] set : sets) {
            doubtful |= word < set.length ? set[word] : 0;
        }
        return doubtful;
    }
}
