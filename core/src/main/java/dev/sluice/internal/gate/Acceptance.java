package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.internal.record.Verdict;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The acceptance criteria of a flow or a source.
 *
 * @param rules what a lead must satisfy
 * @param outcome of a lead that does not
 * @param reason what the source is told; null for what the rules say
 * @param ruleSet the name that events show
 */
public record Acceptance(
        CompiledRules rules, Outcome outcome, @Nullable ReasonText reason, String ruleSet) implements Gate {

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        Scope scope = hearing.scope();
        At at = hearing.at();
        Decision decision = rules.refusal(scope, at).orElse(null);
        if (decision == null) {
            return null;
        }
        String why = reason == null ? decision.reason().orElse("Failed rules") : reason.render(scope, at);
        return Verdict.refuse(outcome, why, RuleFacts.of(ruleSet, decision));
    }
}
