package dev.sluice.templates.internal.math;

import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calculation over variables, read once. Immutable. */
public final class Formula {
    private final Term term;
    private final boolean logical;
    private final List<String> variables;

    Formula(Term term, boolean logical, List<String> variables) {
        this.term = term;
        this.logical = logical;
        this.variables = List.copyOf(variables);
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong where
     */
    public static Formula of(String text) {
        return new FormulaReader(text).read();
    }

    /** The paths of its variables, each once; their values are handed over in this order. */
    public List<String> variables() {
        return variables;
    }

    /** The number, or null when a variable that is needed is no number, or the result is none. */
    public @Nullable BigDecimal value(Value[] variables) {
        BigDecimal number = logical ? null : term.of(variables);
        return number == null ? null : Decimals.shown(number);
    }
}
