package dev.sluice.benchmarks;

import dev.sluice.rules.CompiledRules;
import dev.sluice.types.Scope;

/** The conditions of {@link RuleJob} as rules of this library. */
final class SluiceRules {
    static final String REASON = "Amount must be between 31000 and 80000";

    private SluiceRules() {}

    static RuleEngine.Contestant contestant() {
        Scope scope = RuleJob.scope(RuleJob.lead(30), RuleJob.layout());
        CompiledRules passing = RuleJob.rules().compile(RuleJob.conditions(18, 0));
        CompiledRules failing = RuleJob.rules().compile(RuleJob.conditions(18, RuleJob.TOO_HIGH));
        CompiledRules groups = RuleJob.rules().compile(RuleJob.groups());
        return new RuleEngine.Contestant(
                () -> passing.decide(scope, RuleJob.NOW).passed(),
                () -> failing.decide(scope, RuleJob.NOW).reason().orElse(""),
                () -> groups.decide(scope, RuleJob.NOW).passed());
    }
}
