package dev.sluice.templates.internal.program;

/** Whether a branch of a block applies. */
record Condition(Expr expr, boolean negated, boolean zeroCounts) {

    boolean holds(Frame frame) {
        return negated != (zeroCounts ? Truth.orZero(expr.value(frame)) : expr.holds(frame));
    }
}
