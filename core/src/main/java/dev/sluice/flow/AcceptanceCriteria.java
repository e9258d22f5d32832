package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are taken.
 *
 * @param ruleSet what a lead must satisfy; null takes all
 * @param outcome of a lead that does not; failure by default
 * @param reason a template; null for what the rules say
 */
public record AcceptanceCriteria(
        @Nullable RuleSet ruleSet,
        Outcome outcome,
        @Nullable String reason) {
    /** Takes every lead. */
    public static final AcceptanceCriteria ALL = new AcceptanceCriteria(null, Outcome.FAILURE, null);

    public AcceptanceCriteria {
        requireNonNull(outcome, "outcome");
    }

    /** Takes the leads that satisfy {@code ruleSet}. */
    public static AcceptanceCriteria of(RuleSet ruleSet) {
        return new AcceptanceCriteria(ruleSet, Outcome.FAILURE, null);
    }

    /** These criteria with a reason of their own. */
    public AcceptanceCriteria because(String template) {
        return new AcceptanceCriteria(ruleSet, outcome, template);
    }
}
