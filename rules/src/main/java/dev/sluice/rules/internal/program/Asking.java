package dev.sluice.rules.internal.program;

import dev.sluice.types.At;
import dev.sluice.types.Scope;

/** Answers from a scope, remembered so that equal conditions are evaluated once. */
final class Asking {
    private final Test[] tests;
    private final Scope scope;
    private final At at;
    private final long[] asked;
    private final long[] held;

    Asking(Test[] tests, Scope scope, At at) {
        this.tests = tests;
        this.scope = scope;
        this.at = at;
        this.asked = new long[(tests.length + 63) >>> 6];
        this.held = new long[asked.length];
    }

    boolean holds(int test) {
        int word = test >>> 6;
        long bit = 1L << test;
        if ((asked[word] & bit) == 0) {
            asked[word] |= bit;
            held[word] |= tests[test].holds(scope, at) ? bit : 0;
        }
        return (held[word] & bit) != 0;
    }
}
