package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions joined by and / or. A set without conditions passes.
 *
 * @param op how the conditions are joined
 * @param rules in the order in which they are evaluated; nested as deep as one likes
 * @param negated true for a set that passes when its conditions do not
 * @param strict true: a missing value is a blank one; false: rules that read a missing value are left out, here and in nested sets
 * @param name what events call the set
 * @param id names the set in findings
 */
public record RuleSet(
        Op op,
        List<Condition> rules,
        boolean negated,
        boolean strict,
        @Nullable String name,
        @Nullable String id) implements Condition {
    public RuleSet {
        requireNonNull(op, "op");
        rules = List.copyOf(rules);
    }

    /** How conditions are joined. */
    public enum Op {
        AND,
        OR
    }

    /** A strict set in which every condition must hold. */
    public static RuleSet and(List<? extends Condition> rules) {
        return new RuleSet(Op.AND, List.copyOf(rules), false, true, null, null);
    }

    /** A strict set in which one condition must hold. */
    public static RuleSet or(List<? extends Condition> rules) {
        return new RuleSet(Op.OR, List.copyOf(rules), false, true, null, null);
    }

    /** This set called {@code name} in events. */
    public RuleSet named(String name) {
        return new RuleSet(op, rules, negated, strict, name, id);
    }

    /** This set, leaving out rules that read missing values. */
    public RuleSet lenient() {
        return new RuleSet(op, rules, negated, false, name, id);
    }

    /** The set that passes when this one does not. */
    public RuleSet not() {
        return new RuleSet(op, rules, !negated, strict, name, id);
    }
}
