package dev.sluice.workbench.analysis;

import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All ways in which the comparisons of one datum can be answered together; a bit for each comparison. */
final class Cells {
    private static final int MOST_COMPARISONS = 60;
    private static final int MOST_FREE = 6;
    private static final int MOST_CONSTANTS = 400;

    private final List<Comparison> comparisons;
    private final List<Long> answers;

    private Cells(List<Comparison> comparisons, Set<Long> answers) {
        this.comparisons = comparisons;
        this.answers = List.copyOf(answers);
    }

    /** The cells of {@code comparisons}; where they are too many, or unknown, each is answered for itself. */
    static List<Cells> of(Datum datum, List<Comparison> comparisons) {
        List<Comparison> inside =
                comparisons.stream().filter(Comparison::looksInside).toList();
        boolean tooMany = comparisons.size() > MOST_COMPARISONS
                || inside.size() > MOST_FREE
                || comparisons.stream().mapToInt(Cells::constants).sum() > MOST_CONSTANTS;
        if (tooMany || !comparisons.stream().allMatch(Comparison::isKnown)) {
            return comparisons.stream()
                    .map(each -> new Cells(List.of(each), Set.of(0L, 1L)))
                    .toList();
        }
        Samples.Taken samples = KnownValues.of(datum).orElseGet(() -> Samples.of(datum, comparisons));
        Set<Long> answers = new LinkedHashSet<>();
        samples.named().forEach(value -> answers.add(answer(comparisons, value)));
        for (Value value : samples.others()) {
            freely(comparisons, answer(comparisons, value), 0, answers);
        }
        return List.of(new Cells(comparisons, answers));
    }

    private static int constants(Comparison comparison) {
        return comparison.right() instanceof Arr arr ? arr.size() : 1;
    }

    private static long answer(List<Comparison> comparisons, Value value) {
        long answer = 0;
        for (int i = 0; i < comparisons.size(); i++) {
            answer |= comparisons.get(i).holds(value) ? 1L << i : 0;
        }
        return answer;
    }

    /** Both answers of each comparison that looks inside a value of which nothing is known. */
    private static void freely(List<Comparison> comparisons, long answer, int from, Set<Long> answers) {
        for (int i = from; i < comparisons.size(); i++) {
            if (comparisons.get(i).looksInside()) {
                freely(comparisons, answer ^ (1L << i), i + 1, answers);
            }
        }
        answers.add(answer);
    }

    int size() {
        return answers.size();
    }

    List<Comparison> comparisons() {
        return new ArrayList<>(comparisons);
    }

    /** The answer of {@code comparison}, the one at {@code place}, in the cell {@code cell}. */
    boolean holds(int cell, int place) {
        return (answers.get(cell) >> place & 1) == 1;
    }
}
