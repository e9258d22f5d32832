package dev.sluice.rules.internal.program;

import dev.sluice.rules.Operator;
import dev.sluice.rules.internal.check.Check;
import dev.sluice.templates.Template;
import org.jspecify.annotations.Nullable;

/**
 * What a clause compares, kept for its trace and its reason.
 *
 * @param operator null for an expression
 * @param left the left-hand side as it reads the scope; of an expression its text
 * @param reason the configured reason
 * @param check what is asked of the left-hand side, when the right-hand side is fixed
 * @param fault why it can never hold, when its definition is wrong
 */
public record Comparison(
        @Nullable Operator operator,
        Side left,
        Side right,
        @Nullable Template reason,
        @Nullable Check check,
        @Nullable String fault) {

    Comparison with(Check check) {
        return new Comparison(operator, left, right, reason, check, fault);
    }

    Comparison broken(String fault) {
        return new Comparison(operator, left, right, reason, null, fault);
    }
}
