package dev.sluice.workbench.analysis;

import java.util.List;
import java.util.function.Consumer;

/** What rules say, as a formula over comparisons. Immutable. */
sealed interface Formula {
    Formula TRUE = new All(List.of());
    Formula FALSE = new Any(List.of());

    /** What can be said while only some comparisons are decided. */
    Truth under(Assignment assignment);

    /** Shows every comparison to {@code see}. */
    void comparisons(Consumer<Comparison> see);

    /** What is known so far of the comparisons. */
    interface Assignment {
        Truth of(Comparison comparison);
    }

    /** One comparison. */
    record One(Comparison comparison) implements Formula {
        @Override
        public Truth under(Assignment assignment) {
            return assignment.of(comparison);
        }

        @Override
        public void comparisons(Consumer<Comparison> see) {
            see.accept(comparison);
        }
    }

    /** The opposite. */
    record Not(Formula formula) implements Formula {
        @Override
        public Truth under(Assignment assignment) {
            return formula.under(assignment).not();
        }

        @Override
        public void comparisons(Consumer<Comparison> see) {
            formula.comparisons(see);
        }
    }

    /** All of them. */
    record All(List<Formula> formulas) implements Formula {
        @Override
        public Truth under(Assignment assignment) {
            Truth all = Truth.YES;
            for (Formula formula : formulas) {
                Truth one = formula.under(assignment);
                if (one == Truth.NO) {
                    return Truth.NO;
                }
                all = one == Truth.OPEN ? Truth.OPEN : all;
            }
            return all;
        }

        @Override
        public void comparisons(Consumer<Comparison> see) {
            formulas.forEach(formula -> formula.comparisons(see));
        }
    }

    /** One of them at least. */
    record Any(List<Formula> formulas) implements Formula {
        @Override
        public Truth under(Assignment assignment) {
            Truth any = Truth.NO;
            for (Formula formula : formulas) {
                Truth one = formula.under(assignment);
                if (one == Truth.YES) {
                    return Truth.YES;
                }
                any = one == Truth.OPEN ? Truth.OPEN : any;
            }
            return any;
        }

        @Override
        public void comparisons(Consumer<Comparison> see) {
            formulas.forEach(formula -> formula.comparisons(see));
        }
    }

    default Formula not() {
        return new Not(this);
    }

    default Formula and(Formula other) {
        return new All(List.of(this, other));
    }
}
