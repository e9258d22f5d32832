package dev.sluice.rules.internal.program;

import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short program that is one "all of": a question after another, until one has the wrong answer. Where it stops says
 * which tests held, so nothing is noted on the way. Nearly all questions are about members of one object, mostly the
 * lead: it is looked up once for all of them.
 */
final class Chain {
    private final Step[] steps;
    /** The tests that hold when it passes. */
    private final long held;
    /** What {@link Step#place} counts in; no shape when no step asks for a declared member. */
    private final Section section;

    private final @Nullable Shape shape;

    private Chain(List<Step> steps) {
        long before = 0;
        for (Step step : steps) {
            step.wanted = step.ifFalse == Step.FAILED;
            step.heldWhenLast = step.wanted ? before : before | step.bit;
            before |= step.wanted ? step.bit : 0;
        }
        this.steps = steps.toArray(Step[]::new);
        this.held = before;
        Ref usual = steps.stream()
                .map(Step::ref)
                .filter(ref -> ref != null && ref.place() >= 0)
                .findFirst()
                .orElse(null);
        this.section = usual == null ? Section.LEAD : usual.section();
        this.shape = usual == null ? null : usual.shape();
        for (Step step : steps) {
            step.place = placeOf(step.ref());
        }
    }

    private int placeOf(@Nullable Ref ref) {
        return ref != null && ref.section() == section && ref.shape() == shape ? ref.place() : -1;
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

    long held() {
        return held;
    }

    <O, R> R run(O owner, Scope scope, At at, Program.Finish<O, R> finish) {
        Obj usual = scope.section(section);
        Step failed = usual.shape() == shape ? firstFailing(usual, scope, at) : firstFailing(scope, at);
        return failed == null
                ? finish.of(owner, scope, at, true, held, -1)
                : finish.of(owner, scope, at, false, failed.heldWhenLast, failed.clause);
    }

    private @Nullable Step firstFailing(Obj usual, Scope scope, At at) {
        for (Step step : steps) {
            if (step.holds(usual, scope, at) != step.wanted) {
                return step;
            }
        }
        return null;
    }

    /** The same where the objects have grown other shapes. */
    private @Nullable Step firstFailing(Scope scope, At at) {
        for (Step step : steps) {
            if (step.holds(scope, at) != step.wanted) {
                return step;
            }
        }
        return null;
    }
}
