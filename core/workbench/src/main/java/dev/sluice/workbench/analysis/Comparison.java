package dev.sluice.workbench.analysis;

import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Operator;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a lead's value with something. Two that ask the same of the same value are equal.
 *
 * @param datum what is compared; two comparisons of one datum see one value
 * @param question what is asked, in words that are the same for the same question
 * @param rules the comparison by itself; null when nothing can be said of it beforehand
 */
record Comparison(
        Datum datum,
        String question,
        @Nullable Operator operator,
        Value right,
        @Nullable CompiledRules rules) {
    private static final At SOME_TIME = At.utc(Instant.EPOCH);

    /** A comparison of which nothing is known but that the same one gives the same answer. */
    static Comparison opaque(String question) {
        return new Comparison(Datum.nameless(question), question, null, Value.missing(), null);
    }

    /** Whether its answer follows from the value. */
    boolean isKnown() {
        return rules != null;
    }

    /** Whether the answer for a value that no rule names depends on more than its order and presence. */
    boolean looksInside() {
        return operator != null
                && switch (operator) {
                    case INCLUDES,
                            DOES_NOT_INCLUDE,
                            MATCHES_PATTERN,
                            DOES_NOT_MATCH_PATTERN,
                            IS_OBSCENE,
                            IS_NOT_OBSCENE -> true;
                    default -> false;
                };
    }

    /** The answer for {@code value}. */
    boolean holds(Value value) {
        Scope scope = datum.scope(value);
        return Objects.requireNonNull(rules).decide(scope, SOME_TIME).passed();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comparison comparison
                && comparison.datum.equals(datum)
                && comparison.question.equals(question);
    }

    @Override
    public int hashCode() {
        return 31 * datum.hashCode() + question.hashCode();
    }
}
