package dev.sluice.rules;

import dev.sluice.rules.internal.program.Program;
import java.util.Arrays;

/** What became of each clause, two bits a clause: 0 not evaluated, 1 failed, 2 passed, 3 left out. */
final class Trail implements Program.Observer, Program.Recorded {
    static final int NOT_EVALUATED = 0;
    static final int FAILED = 1;
    static final int PASSED = 2;
    static final int LEFT_OUT = 3;

    private final long[] words;
    private final int clauses;
    private int evaluated;

    Trail(int clauses) {
        this.words = new long[(clauses + 31) >>> 5];
        this.clauses = clauses;
    }

    static Trail of(long[] results, int clauses) {
        Trail trail = new Trail(clauses);
        System.arraycopy(results, 0, trail.words, 0, Math.min(results.length, trail.words.length));
        for (int i = 0; i < clauses; i++) {
            int state = trail.state(i);
            trail.evaluated += state == PASSED || state == FAILED ? 1 : 0;
        }
        return trail;
    }

    @Override
    public void evaluated(int clause, boolean held) {
        set(clause, held ? PASSED : FAILED);
        evaluated++;
    }

    @Override
    public void leftOut(int clause) {
        set(clause, LEFT_OUT);
    }

    private void set(int clause, int state) {
        words[clause >>> 5] |= (long) state << ((clause & 31) << 1);
    }

    int state(int clause) {
        return (int) (words[clause >>> 5] >>> ((clause & 31) << 1)) & 3;
    }

    @Override
    public boolean held(int clause) {
        return state(clause) == PASSED;
    }

    @Override
    public boolean wasLeftOut(int clause) {
        return state(clause) == LEFT_OUT;
    }

    int clauses() {
        return clauses;
    }

    int evaluated() {
        return evaluated;
    }

    /** Without the words at the end that say nothing. */
    long[] words() {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(words, length);
    }
}
