package dev.sluice.rules.internal.program;

import dev.sluice.rules.internal.check.Check;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
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
    /** The path and the check of a test of the usual kind, so that they are reached directly. */
    private final @Nullable Ref ref;

    private final @Nullable Check check;

    Step ifTrue = this;
    Step ifFalse = this;

    /** In a {@link Chain}: the answer that goes on, and which tests held when it does not. */
    boolean wanted;

    long heldWhenLast;

    /** In a {@link Chain}: where the value stands in the objects that most of its steps read; -1 when it is not there. */
    int place = -1;

    private Step() {
        this.bit = 0;
        this.clause = -1;
        this.test = new Test.Fixed(true);
        this.ref = null;
        this.check = null;
    }

    private Step(long bit, int clause, Test test) {
        this.bit = bit;
        this.clause = clause;
        this.test = test;
        this.ref = test instanceof Test.OfPath path ? path.ref : null;
        this.check = test instanceof Test.OfPath path ? path.check : null;
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

    @Nullable Ref ref() {
        return ref;
    }

    /** The same as asking {@code scope}, of which {@code usual} is the section and shape that {@link #place} was set for. */
    boolean holds(Obj usual, Scope scope, At at) {
        return place >= 0 && check != null ? check.holds(usual.at(place), at) : holds(scope, at);
    }

    boolean holds(Scope scope, At at) {
        return ref != null && check != null ? check.holds(ref.read(scope), at) : test.holds(scope, at);
    }
}
