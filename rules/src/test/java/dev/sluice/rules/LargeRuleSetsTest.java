package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeRuleSetsTest {
    private static final int MANY = 10_000;
    private final Leads leads = new Leads();
    private final Scope one = leads.scope(Map.of("lead", Map.of("n", 1)));
    private final Scope two = leads.scope(Map.of("lead", Map.of("n", 2)));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ten_thousand_levels_are_compiled_decided_and_explained(boolean strict) {
        Condition nested = Conditions.field("lead.n").isEqualTo(1);
        for (int i = 0; i < MANY; i++) {
            RuleSet.Op op = i % 2 == 0 ? RuleSet.Op.AND : RuleSet.Op.OR;
            List<Condition> rules = i % 3 == 0
                    ? List.of(Conditions.field("lead.n").isLessThan(0), nested)
                    : List.of(nested, Conditions.field("lead.n").isGreaterThan(0));
            nested = new RuleSet(i % 3 == 0 ? RuleSet.Op.OR : op, rules, false, strict, null, null);
        }
        CompiledRules rules = leads.rules().compile(nested);

        Decision decision = rules.decide(one, leads.at());

        assertThat(decision.passed()).isTrue();
        assertThat(decision.explain()).contains("passed: lead.n");
        assertThat(decision.evaluated()).isPositive();
        assertThat(rules.clauses()).isEqualTo(MANY + 1);
        assertThat(decision.trace().get(MANY / 2).pointer()).startsWith("/rules/");
    }

    @Test
    void ten_thousand_levels_of_not_fail_with_a_reason() {
        Condition nested = Conditions.field("lead.n").isEqualTo(1);
        for (int i = 0; i < MANY; i++) {
            nested = Conditions.not(nested);
        }

        Decision decision = leads.rules().compile(nested).decide(two, leads.at());

        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason().orElseThrow().length()).isLessThan(100);
    }

    @Test
    void ten_thousand_attached_sets_are_walked() {
        RuleSet attached = Conditions.allOf(Conditions.field("lead.n").isEqualTo(1));
        for (int i = 0; i < MANY; i++) {
            attached = Conditions.allOf(Conditions.field("lead.n").isLessThan(5).and(attached));
        }
        CompiledRules rules = leads.rules().compile(attached);

        assertThat(rules.decide(one, leads.at()).passed()).isTrue();
        assertThat(rules.decide(two, leads.at()).reason()).contains("N must be equal to 1");
    }

    @Test
    void ten_thousand_alternatives_give_a_reason_of_bearable_length() {
        List<Condition> rules = new ArrayList<>();
        for (int i = 10; i < MANY; i++) {
            rules.add(Conditions.field("lead.n").isEqualTo(i));
        }

        Decision decision = leads.rules().compile(RuleSet.or(rules)).decide(one, leads.at());

        assertThat(decision.evaluated()).isEqualTo(rules.size());
        assertThat(decision.reason().orElseThrow())
                .startsWith("N must be equal to 10 or N must be equal to 11 or")
                .hasSizeLessThan(4_000);
    }

    @Test
    void equal_conditions_are_asked_once_for_a_lead() {
        int[] asked = new int[1];
        Rules counting = leads.rules().obscenity(text -> {
            asked[0]++;
            return true;
        });
        Condition obscene = Conditions.field("lead.n").isObscene();
        Condition clean = Conditions.field("lead.n").isNotObscene();
        List<Condition> groups = Collections.nCopies(100, Conditions.allOf(obscene, clean));

        Decision decision = counting.compile(RuleSet.or(groups)).decide(one, leads.at());

        assertThat(decision.passed()).isFalse();
        assertThat(asked[0]).isEqualTo(1);
        assertThat(decision.evaluated()).isEqualTo(200);
    }
}
