package dev.sluice.rules;

import java.util.List;

/** Conditions in Java, to be imported statically: {@code allOf(field("state").isIncludedIn("TX", "CA"), field("age").isGreaterThan(17))}. */
public final class Conditions {
    private Conditions() {}

    /** Begins a comparison of the value at {@code path}. */
    public static Subject field(String path) {
        return new Subject(path);
    }

    /** Begins a comparison of what {@code template} gives. */
    public static Subject template(String template) {
        return new Subject(template);
    }

    /** Holds when all of {@code conditions} hold. */
    public static RuleSet allOf(Condition... conditions) {
        return RuleSet.and(List.of(conditions));
    }

    /** Holds when one of {@code conditions} holds. */
    public static RuleSet anyOf(Condition... conditions) {
        return RuleSet.or(List.of(conditions));
    }

    /** Holds when {@code condition} does not. */
    public static RuleSet not(Condition condition) {
        return RuleSet.and(List.of(condition)).not();
    }

    /** Holds when {@code expression} is true. */
    public static Expression expression(String expression) {
        return new Expression(expression);
    }
}
