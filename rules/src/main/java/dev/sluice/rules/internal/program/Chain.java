package dev.sluice.rules.internal.program;

import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short program that is one "all of": a question after another, until one has the wrong answer. Where it stops says
 * which tests held, so nothing is noted on the way.
 */
final class Chain {
    private final Step[] steps;
    /** The tests that hold when it passes. */
    private final long held;

    private Chain(List<Step> steps) {
        long before = 0;
        for (Step step : steps) {
            step.wanted = step.ifFalse == Step.FAILED;
            step.heldWhenLast = step.wanted ? before : before | step.bit;
            before |= step.wanted ? step.bit : 0;
        }
        this.steps = steps.toArray(Step[]::new);
        this.held = before;
    }

    /** The chain that begins with {@code first}; null when the program branches, or asks something twice. */
    static @Nullable Chain of(Step first) {
        List<Step> steps = new ArrayList<>();
        long asked = 0;
        for (Step step = first; step.bit != 0; step = step.ifFalse == Step.FAILED ? step.ifTrue : step.ifFalse) {
            boolean oneWayOut = (step.ifTrue == Step.FAILED) != (step.ifFalse == Step.FAILED);
            if (!oneWayOut || (asked & step.bit) != 0) {
                return null;
            }
            asked |= step.bit;
            steps.add(step);
        }
        return new Chain(steps);
    }

    <O, R> R run(O owner, Scope scope, At at, Program.Finish<O, R> finish) {
        for (Step step : steps) {
            if (step.holds(scope, at) != step.wanted) {
                return finish.of(owner, scope, at, false, step.heldWhenLast, step.clause);
            }
        }
        return finish.of(owner, scope, at, true, held, -1);
    }
}
