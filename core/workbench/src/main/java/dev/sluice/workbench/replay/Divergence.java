package dev.sluice.workbench.replay;

import java.util.List;
import java.util.Optional;

/**
 * The first place at which two courses part.
 *
 * @param step the step's id, or {@code gates}
 * @param then what happened
 * @param now what would have happened
 */
public record Divergence(String step, String then, String now) {
    private static final String NOTHING = "not reached";

    static Optional<Divergence> between(Course then, Course now) {
        List<StepEnd> a = then.ends();
        List<StepEnd> b = now.ends();
        int same = 0;
        while (same < a.size() && same < b.size() && isSame(a.get(same), b.get(same))) {
            same++;
        }
        if (same == a.size() && same == b.size()) {
            return Optional.empty();
        }
        String step = same < b.size() ? b.get(same).step() : a.get(same).step();
        return Optional.of(new Divergence(step, at(a, step), at(b, step)));
    }

    private static boolean isSame(StepEnd a, StepEnd b) {
        return a.step().equals(b.step()) && a.isLike(b);
    }

    private static String at(List<StepEnd> ends, String step) {
        return ends.stream()
                .filter(end -> end.step().equals(step))
                .map(StepEnd::text)
                .findFirst()
                .orElse(NOTHING);
    }
}
