package dev.sluice.workbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says whether any lead satisfies a formula. Each datum takes one of its cells; all combinations are tried, a branch is
 * left as soon as the formula is decided, and after {@value #BUDGET} steps it gives up, which counts as "perhaps".
 */
final class Reasoner {
    private static final int BUDGET = 20_000;

    private final Formula formula;
    private final List<Cells> cells = new ArrayList<>();
    private final Map<Comparison, int[]> places = new HashMap<>();
    private final int[] chosen;
    private int steps;

    private Reasoner(Formula formula) {
        this.formula = formula;
        Map<Datum, Set<Comparison>> asked = new LinkedHashMap<>();
        formula.comparisons(each -> asked.computeIfAbsent(each.datum(), datum -> new LinkedHashSet<>())
                .add(each));
        asked.forEach((datum, comparisons) -> cells.addAll(Cells.of(datum, List.copyOf(comparisons))));
        cells.sort(Comparator.comparingInt(Cells::size));
        for (int i = 0; i < cells.size(); i++) {
            List<Comparison> own = cells.get(i).comparisons();
            for (int j = 0; j < own.size(); j++) {
                places.put(own.get(j), new int[] {i, j});
            }
        }
        chosen = new int[cells.size()];
        Arrays.fill(chosen, -1);
    }

    /** Whether it is certain that no lead satisfies {@code formula}. */
    static boolean isImpossible(Formula formula) {
        Reasoner reasoner = new Reasoner(formula);
        return reasoner.search(0) == Truth.NO;
    }

    /** Whether it is certain that every lead satisfies {@code formula}. */
    static boolean isCertain(Formula formula) {
        return isImpossible(formula.not());
    }

    private Truth search(int depth) {
        Truth now = formula.under(this::known);
        if (now != Truth.OPEN || depth == cells.size()) {
            return now;
        }
        if (++steps > BUDGET) {
            return Truth.OPEN;
        }
        Truth found = Truth.NO;
        for (int cell = 0; cell < cells.get(depth).size() && found == Truth.NO; cell++) {
            chosen[depth] = cell;
            found = search(depth + 1);
        }
        chosen[depth] = -1;
        return found;
    }

    private Truth known(Comparison comparison) {
        int[] place = places.get(comparison);
        if (place == null || chosen[place[0]] < 0) {
            return Truth.OPEN;
        }
        return Truth.of(cells.get(place[0]).holds(chosen[place[0]], place[1]));
    }
}
