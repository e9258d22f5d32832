package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer as a text of the flow's own.
 *
 * @param outcome for leads with this outcome; null for every outcome
 * @param ruleSet for leads that satisfy it; null for all
 * @param body a template; values in it are escaped for the format
 * @param format what the body is
 * @param status of HTTP; null for the one of the table
 */
public record ResponseTemplate(
        @Nullable Outcome outcome,
        @Nullable RuleSet ruleSet,
        String body,
        ResponseFormat format,
        @Nullable Integer status) {
    public ResponseTemplate {
        requireNonNull(body, "body");
        requireNonNull(format, "format");
    }

    /** A JSON body for leads with {@code outcome}. */
    public static ResponseTemplate of(Outcome outcome, String body) {
        return new ResponseTemplate(requireNonNull(outcome, "outcome"), null, body, ResponseFormat.JSON, null);
    }
}
