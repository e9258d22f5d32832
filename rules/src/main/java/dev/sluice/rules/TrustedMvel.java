package dev.sluice.rules;

import dev.sluice.rules.internal.expression.AnyMvel;

/**
 * The whole of MVEL, for expressions that the developers of the host write themselves. Whoever writes such an expression
 * can run any code in the host's process; never give it text that comes from a definition, a lead or a person.
 *
 * <p>An expression sees the scope as plain Java maps, lists and values, and follows MVEL's own rules for missing values,
 * types and case. One that fails while it runs gives a missing value. Data that it reads is not known in advance, so
 * traces show its result as it is.
 */
public final class TrustedMvel {
    private TrustedMvel() {}

    /** Expressions that may run any code: {@code rules.expressions(TrustedMvel.runningAnyCode())}. */
    public static Expressions runningAnyCode() {
        return (text, layout, stage) -> AnyMvel.compile(text);
    }
}
