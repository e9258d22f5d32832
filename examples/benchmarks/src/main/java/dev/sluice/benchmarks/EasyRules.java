package dev.sluice.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The closures of {@link RuleJob} as conditions of Easy Rules: a rule for each condition, of C one for each group. */
final class EasyRules {
    private final DefaultRulesEngine engine = new DefaultRulesEngine();
    private final Map<String, Object> lead = RuleJob.lead(30);

    private EasyRules() {}

    static RuleEngine.Contestant contestant() {
        EasyRules easy = new EasyRules();
        Rules passing = easy.rules(RuleJob.closures(18, 0));
        Rules failing = easy.rules(RuleJob.closures(18, RuleJob.TOO_HIGH));
        Rules groups = new Rules();
        for (int i = 0; i < RuleJob.GROUPS; i++) {
            List<Predicate<Map<String, Object>>> group = RuleJob.closures(18, RuleJob.TOO_HIGH + i);
            groups.register(rule(i, lead -> ClosureRules.all(group, lead)));
        }
        return new RuleEngine.Contestant(
                () -> easy.check(passing).values().stream().allMatch(held -> held),
                () -> easy.reason(failing),
                () -> easy.check(groups).containsValue(true));
    }

    private Rules rules(List<Predicate<Map<String, Object>>> conditions) {
        Rules rules = new Rules();
        for (int i = 0; i < conditions.size(); i++) {
            rules.register(rule(i, conditions.get(i)));
        }
        return rules;
    }

    private static Rule rule(int at, Predicate<Map<String, Object>> condition) {
        return new RuleBuilder()
                .name("rule " + at)
                .description(RuleJob.REASONS.get(at % RuleJob.REASONS.size()))
                .priority(at)
                .when(facts -> condition.test(facts.<Map<String, Object>>get("lead")))
                .build();
    }

    private Map<Rule, Boolean> check(Rules rules) {
        Facts facts = new Facts();
        facts.put("lead", lead);
        return engine.check(rules, facts);
    }

    private String reason(Rules rules) {
        for (Map.Entry<Rule, Boolean> checked : check(rules).entrySet()) {
            if (!checked.getValue()) {
                return checked.getKey().getDescription();
            }
        }
        return "";
    }
}
