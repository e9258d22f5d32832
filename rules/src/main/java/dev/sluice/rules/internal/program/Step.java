package dev.sluice.rules.internal.program;

import dev.sluice.types.At;
import dev.sluice.types.Scope;
import org.jspecify.annotations.Nullable;

/** An instruction of a short program, linked to those that may follow: quicker to run than the arrays of {@link Code}. */
final class Step {
    static final Step PASSED = new Step();
    static final Step FAILED = new Step();

    /** Which of the tests it asks; no bit at the end of a program. */
    final long bit;

    final int clause;
    private final Test test;
    /** The test once more, when it is of the usual kind, so that it is called directly. */
    private final Test.@Nullable OfPath path;

    Step ifTrue = this;
    Step ifFalse = this;

    private Step() {
        this.bit = 0;
        this.clause = -1;
        this.test = new Test.Fixed(true);
        this.path = null;
    }

    private Step(long bit, int clause, Test test) {
        this.bit = bit;
        this.clause = clause;
        this.test = test;
        this.path = test instanceof Test.OfPath ofPath ? ofPath : null;
    }

    /** The first step of {@code code}, which must not ask more tests than a word has bits, nor enter sets. */
    static Step first(Test[] tests, Code code) {
        Step[] steps = new Step[code.size()];
        for (int pc = 0; pc < steps.length; pc++) {
            int test = code.asks()[pc];
            steps[pc] = new Step(1L << test, code.subject()[pc], tests[test]);
        }
        for (int pc = 0; pc < steps.length; pc++) {
            steps[pc].ifTrue = at(code.ifTrue()[pc], steps);
            steps[pc].ifFalse = at(code.ifFalse()[pc], steps);
        }
        return steps[0];
    }

    private static Step at(int pc, Step[] steps) {
        return pc == Code.PASSED ? PASSED : pc == Code.FAILED ? FAILED : steps[pc];
    }

    boolean holds(Scope scope, At at) {
        return path != null ? path.holds(scope, at) : test.holds(scope, at);
    }
}
