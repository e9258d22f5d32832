package dev.sluice.rules;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final At NOW = At.utc(Instant.parse("2026-03-15T12:00:00Z"));
    private final Rules rules = Rules.with(Layout.builder().build(), Stage.ANY, Templates.standard());

    private static Scope scope(Map<String, ?> tree) {
        return Scope.of((Obj) Value.of(tree));
    }

    @Test
    void the_first_failing_rule_gives_the_reason_and_ends_the_evaluation() {
        RuleSet set = allOf(
                field("lead.age").isGreaterThan(17),
                field("lead.name").isNotBlank(),
                field("lead.state").isIncludedIn("TX", "CA"),
                field("lead.email").isNotBlank());

        Decision decision =
                rules.compile(set).decide(scope(Map.of("lead", Map.of("age", 30, "name", "Ann", "state", "NY"))), NOW);

        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason()).contains("State must be included in TX, CA");
        assertThat(decision.evaluated()).isEqualTo(3);
        assertThat(decision.trace().get(3).result()).isEqualTo(Clause.Result.NOT_EVALUATED);
    }

    @Test
    void a_failing_choice_names_every_alternative() {
        RuleSet set = anyOf(
                field("lead.state").isEqualTo("TX"),
                allOf(field("lead.state").isEqualTo("CA"), field("lead.age").isGreaterThan(21)));

        Decision decision = rules.compile(set).decide(scope(Map.of("lead", Map.of("state", "CA", "age", 20))), NOW);

        assertThat(decision.reason()).contains("State must be equal to TX or (Age must be greater than 21)");
    }
}
