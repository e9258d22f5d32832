package dev.sluice.rules.internal.pattern;

/** How much may still be done to make one automaton, counted in unions of sets. */
final class Work {
    private long left;

    Work(long most) {
        this.left = most;
    }

    /** Whether {@code unions} more may be made. */
    boolean take(int unions) {
        left -= unions;
        return left >= 0;
    }
}
