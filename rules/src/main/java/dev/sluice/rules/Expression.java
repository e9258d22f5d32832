package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

/**
 * A condition written as an expression: {@code lead.loan_amount > 50000 && lead.state in ['CA','TX']}. It holds when its
 * value is true.
 *
 * @param text read by {@link Expressions} when compiled, never before
 */
public record Expression(String text) implements Condition {
    public Expression {
        requireNonNull(text, "text");
    }
}
