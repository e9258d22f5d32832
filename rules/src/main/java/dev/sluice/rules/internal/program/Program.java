package dev.sluice.rules.internal.program;

import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The code of a set of conditions: each instruction asks a test and jumps by its answer. Sets have no code of their own
 * unless they leave rules out, so depth costs nothing. Immutable.
 */
public final class Program {
    private final Test[] tests;
    private final Code code;
    private final int[] asks;
    private final int[] ifTrue;
    private final int[] ifFalse;
    private final boolean isShort;
    private final Step first;
    private final @Nullable Chain chain;

    Program(Test[] tests, Code code) {
        this.tests = tests;
        this.code = code;
        this.asks = code.asks();
        this.ifTrue = code.ifTrue();
        this.ifFalse = code.ifFalse();
        this.isShort = code.notes() == 0 && tests.length <= Long.SIZE;
        this.first = isShort ? Step.first(tests, code) : Step.PASSED;
        this.chain = isShort ? Chain.of(first) : null;
    }

    /** How many different questions are asked. */
    public int tests() {
        return tests.length;
    }

    /** What is made of a short run: whether it passed, which of the tests that were asked held, which clause was the last. */
    public interface Finish<O, R> {
        R of(O owner, Scope scope, At at, boolean passed, long held, int last);
    }

    /** Whether {@link #runShort} may be used: nothing is left out, and all answers fit a word. */
    public boolean isShort() {
        return isShort;
    }

    /** Runs a {@linkplain #isShort short} program and hands what came out to {@code finish}; allocates nothing itself. */
    public <O, R> R runShort(O owner, Scope scope, At at, Finish<O, R> finish) {
        return chain != null ? chain.run(owner, scope, at, finish) : runLinked(owner, scope, at, finish);
    }

    private <O, R> R runLinked(O owner, Scope scope, At at, Finish<O, R> finish) {
        long asked = 0;
        long held = 0;
        int last = -1;
        Step step = first;
        while (step.bit != 0) {
            last = step.clause;
            if ((asked & step.bit) != 0 ? (held & step.bit) != 0 : step.holds(scope, at)) {
                held |= step.bit;
                asked |= step.bit;
                step = step.ifTrue;
            } else {
                asked |= step.bit;
                step = step.ifFalse;
            }
        }
        return finish.of(owner, scope, at, step == Step.PASSED, held, last);
    }

    /** Runs any program against a scope; each test is asked at most once. */
    public boolean run(Scope scope, At at) {
        return run(scope, at, Observer.NONE);
    }

    /** Runs any program, telling {@code observer} what became of each clause on the way. */
    public boolean run(Scope scope, At at, Observer observer) {
        Asking asking = new Asking(tests, scope, at);
        return run(pc -> asking.holds(asks[pc]), observer);
    }

    /** Whether it passes in one way only: then what became of its clauses is known, and {@code observer} is told. */
    public boolean replayPass(Observer observer) {
        if (chain == null) {
            return false;
        }
        replay(chain.held(), observer);
        return true;
    }

    /** Runs a {@linkplain #isShort short} program again on what its tests said. */
    public void replay(long held, Observer observer) {
        int[] subject = code.subject();
        boolean[] flipped = code.flipped();
        int pc = 0;
        while (pc >= 0) {
            boolean answer = (held >>> asks[pc] & 1) != 0;
            if (subject[pc] >= 0) {
                observer.evaluated(subject[pc], answer != flipped[pc]);
            }
            pc = answer ? ifTrue[pc] : ifFalse[pc];
        }
    }

    /** Runs any program again on what became of its clauses. */
    public boolean recall(Recorded recorded, Observer observer) {
        return run(
                pc -> {
                    int clause = code.subject()[pc];
                    if (clause >= 0) {
                        return recorded.held(clause) != code.flipped()[pc];
                    }
                    int next = pc + 1 < code.size() ? code.subject()[pc + 1] : -1;
                    return next < 0 || asks[pc + 1] < 0 || !recorded.wasLeftOut(next);
                },
                observer);
    }

    private boolean run(IntPredicate answers, Observer observer) {
        int[] note = new int[code.notes()];
        int evaluated = 0;
        int pc = 0;
        while (pc >= 0) {
            int test = asks[pc];
            int subject = code.subject()[pc];
            boolean answer = true;
            if (test >= 0) {
                answer = answers.test(pc);
                evaluated += observe(pc, subject, answer, observer);
            } else if (test == Code.ENTER) {
                note[subject] = evaluated;
            } else {
                answer = evaluated > note[subject];
            }
            pc = answer ? ifTrue[pc] : ifFalse[pc];
        }
        return pc == Code.PASSED;
    }

    private int observe(int pc, int clause, boolean answer, Observer observer) {
        if (clause >= 0) {
            observer.evaluated(clause, answer != code.flipped()[pc]);
            return 1;
        }
        if (!answer) {
            observer.leftOut(code.subject()[pc + 1]);
        }
        return 0;
    }

    /** What became of clauses in an earlier run. */
    public interface Recorded {
        boolean held(int clause);

        boolean wasLeftOut(int clause);
    }

    /** Watches a run clause by clause. */
    public interface Observer {
        /** Watches nothing. */
        Observer NONE = (clause, held) -> {};

        /** Evaluated: whether the clause held, as its rule states it. */
        void evaluated(int clause, boolean held);

        /** Left out, because it reads something that is missing. */
        default void leftOut(int clause) {}
    }
}
