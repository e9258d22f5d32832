package dev.sluice.distribution;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Asks the best first. */
public final class Scores {
    private Scores() {}

    /** Candidates that reach {@code least}, the highest score first; equal ones in the order of the list. */
    public static List<Candidate> order(List<Candidate> candidates, BigDecimal least) {
        return candidates.stream()
                .filter(candidate -> candidate.score().compareTo(least) >= 0)
                .sorted(Comparator.comparing(Candidate::score, Comparator.reverseOrder()))
                .toList();
    }
}
