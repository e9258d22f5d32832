package dev.sluice.distribution;

import java.util.Comparator;
import java.util.List;

/** Asks the best first. */
public final class Scores {
    private Scores() {}

    /** The highest score first; equal ones in the order of the list. */
    public static List<Candidate> order(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::score, Comparator.reverseOrder()))
                .toList();
    }
}
