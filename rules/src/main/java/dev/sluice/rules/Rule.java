package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * One comparison: {@code lead.state is included in TX, CA}.
 *
 * @param lhv a path, or a template
 * @param op an {@link Operator} by its canonical name; other spellings are turned into it, unknown ones kept and found when compiled
 * @param rhv a value, a list, or text that is a template; {@link Missing} for operators that need none
 * @param ruleSet conditions that must hold as well; evaluated only when the comparison holds
 * @param id names the rule in findings and traces
 * @param reason a template; said instead of the generated reason when the comparison fails
 */
public record Rule(
        String lhv,
        String op,
        Value rhv,
        @Nullable RuleSet ruleSet,
        @Nullable String id,
        @Nullable String reason) implements Condition {
    public Rule {
        requireNonNull(lhv, "lhv");
        requireNonNull(rhv, "rhv");
        op = Operator.named(requireNonNull(op, "op")).map(Operator::canonical).orElse(op);
    }

    /** The comparison of {@code lhv} with {@code rhv}. */
    public static Rule of(String lhv, Operator op, Value rhv) {
        return new Rule(lhv, op.canonical(), rhv, null, null, null);
    }

    /** A comparison that needs no right-hand side. */
    public static Rule of(String lhv, Operator op) {
        return of(lhv, op, Missing.MISSING);
    }

    /** This rule, which holds only when {@code conditions} hold too. */
    public Rule and(RuleSet conditions) {
        return new Rule(lhv, op, rhv, conditions, id, reason);
    }

    /** This rule with {@code reason} as what it says when it fails. */
    public Rule because(String reason) {
        return new Rule(lhv, op, rhv, ruleSet, id, reason);
    }

    /** This rule under a name of its own. */
    public Rule id(String id) {
        return new Rule(lhv, op, rhv, ruleSet, id, reason);
    }
}
