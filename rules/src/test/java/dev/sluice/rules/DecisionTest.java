package dev.sluice.rules;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.expression;
import static dev.sluice.rules.Conditions.field;
import static dev.sluice.rules.Conditions.not;
import static dev.sluice.rules.Conditions.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    private final Leads leads =
            new Leads().field("state", "state").field("email", "email").field("phone_1", "phone");
    private final Map<String, Object> lead =
            Map.of("state", "NY", "email", "john.doe@example.com", "age", 30, "name", "Ann", "phone_1", "2145551234");

    private Decision decide(Condition condition) {
        return decide(leads.rules(), condition);
    }

    private Decision decide(Rules rules, Condition condition) {
        return rules.compile(condition).decide(leads.scope(Map.of("lead", lead)), leads.at());
    }

    @Test
    void the_first_failing_rule_gives_the_reason_and_ends_the_evaluation() {
        Decision decision = decide(allOf(
                field("lead.age").isGreaterThan(17),
                field("lead.name").isNotBlank(),
                field("lead.state").isIncludedIn("TX", "CA").because("State not in approved list"),
                field("lead.email").isNotBlank()));

        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason()).contains("State not in approved list");
        assertThat(decision.evaluated()).isEqualTo(3);
        assertThat(decision.trace())
                .extracting(Clause::result)
                .containsExactly(
                        Clause.Result.PASSED, Clause.Result.PASSED, Clause.Result.FAILED, Clause.Result.NOT_EVALUATED);
        assertThat(decision.trace().get(3).why()).isEqualTo("decided before");
        assertThat(decision.trace().get(3).actual()).isEqualTo(Value.missing());
    }

    @Test
    void a_passing_decision_has_no_reason() {
        Decision decision =
                decide(anyOf(field("age").isEqualTo(30), field("age").isEqualTo(31)));

        assertThat(decision.passed()).isTrue();
        assertThat(decision.reason()).isEmpty();
        assertThat(decision.evaluated()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "is equal to;'TX';State must be equal to TX",
                "is not equal to;'ny';State must not be equal to ny",
                "is less than;5;State must be less than 5",
                "is less than or equal to;5;State must be less than or equal to 5",
                "is greater than;5;State must be greater than 5",
                "is greater than or equal to;'2024-01-01';State must be greater than or equal to 2024-01-01",
                "is between;'5-10';State must be between 5 and 10",
                "is between;[5,10];State must be between 5 and 10",
                "is not between;'5 to 10';State must not be between 5 and 10",
                "is included in;['A','B','C'];State must be included in A, B, C",
                "is included in;'A,B';State must be included in A,B",
                "is not included in;['NY'];State must not be included in NY",
                "includes;'x';State must include x",
                "does not include;'n';State must not include n",
                "matches pattern;'x*';State must match pattern x*",
                "does not match pattern;'n*';State must not match pattern n*",
                "is blank;;State must be blank",
                "is true;;State must be true",
                "is false;;State must be false",
                "format is invalid;;State format must be invalid",
                "is obscene;;State must be obscene",
            })
    void reasons_say_what_the_rule_demands(String op, String rhv, String reason) {
        String right = rhv == null ? "" : ", 'rhv': " + rhv;
        Decision decision =
                leads.decide("{'lhv': 'lead.state', 'op': '" + op + "'" + right + "}", "{'lead': {'state': 'NY'}}");

        assertThat(decision.reason()).contains(reason);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "lead.phone_1, Phone 1 must be blank",
        "phone_1, Phone 1 must be blank",
        "lead.phone_1.area, Phone 1 Area must be blank",
        "lead.state, Where must be blank",
        "lead.state.name, Where Name must be blank"
    })
    void labels_come_from_the_field_or_its_id(String path, String reason) {
        Rules rules = leads.rules().labels(field -> field.equals("state") ? Optional.of("Where") : Optional.empty());

        assertThat(decide(rules, field(path).isBlank()).reason()).contains(reason);
    }

    @Test
    void sections_other_than_the_lead_are_part_of_the_label() {
        assertThat(decide(field("submission.timestamp").isNotBlank()).reason())
                .contains("Submission Timestamp must not be blank");
        assertThat(decide(field("appended.phone_intel.lineType").isNotBlank()).reason())
                .contains("Phone Intel Line Type must not be blank");
    }

    @Test
    void a_right_hand_side_that_is_a_template_is_named_not_shown() {
        assertThat(decide(field("lead.state").isEqualTo("{{lead.billing_state}}"))
                        .reason())
                .contains("State must be equal to Billing State");
    }

    @Test
    void a_failing_choice_names_every_alternative() {
        Decision decision = decide(anyOf(
                field("lead.state").isEqualTo("TX"),
                allOf(field("lead.state").isEqualTo("NY"), field("lead.age").isGreaterThan(40)),
                anyOf(field("lead.age").isLessThan(5), field("lead.age").isLessThan(6))));

        assertThat(decision.reason())
                .contains(
                        "State must be equal to TX or (Age must be greater than 40) or (Age must be less than 5 or Age must be"
                                + " less than 6)");
    }

    @Test
    void a_choice_among_conditions_that_must_all_hold_gives_its_own_reason() {
        Decision decision = decide(allOf(
                field("age").isEqualTo(30),
                anyOf(field("state").isEqualTo("TX"), field("state").isEqualTo("CA"))));

        assertThat(decision.reason()).contains("State must be equal to TX or State must be equal to CA");
    }

    @Test
    void not_demands_the_opposite() {
        assertThat(decide(not(field("state").isEqualTo("NY"))).reason()).contains("State must not be equal to NY");
        assertThat(decide(not(field("age").isGreaterThan(5))).reason()).contains("Age must not be greater than 5");
        assertThat(decide(not(field("email").formatIsValid())).reason()).contains("Email format must not be valid");
        assertThat(decide(not(field("age").isNotBetween(1, 2))).reason()).contains("Age must be between 1 and 2");
        assertThat(decide(not(allOf(field("state").isEqualTo("NY"), field("age").isEqualTo(30))))
                        .reason())
                .contains("State must not be equal to NY or Age must not be equal to 30");
        assertThat(decide(not(expression("lead.age == 30"))).reason()).contains("must not hold: lead.age == 30");
    }

    @Test
    void attached_conditions_are_evaluated_only_behind_a_rule_that_holds() {
        RuleSet attached = allOf(field("age").isGreaterThan(40));

        Decision unheld = decide(field("state").isEqualTo("TX").and(attached));
        Decision held = decide(field("state").isEqualTo("NY").and(attached));

        assertThat(unheld.evaluated()).isEqualTo(1);
        assertThat(held.evaluated()).isEqualTo(2);
        assertThat(held.reason()).contains("Age must be greater than 40");
        assertThat(held.trace()).extracting(Clause::pointer).containsExactly("", "/ruleSet/rules/0");
    }

    @Test
    void traces_and_reasons_show_personal_values_masked() {
        Decision decision =
                decide(field("email").isEqualTo("x@y.example").because("{{email}} ({{lead.state}}) is refused"));

        assertThat(decision.trace().get(0).actual().text()).isEqualTo("j***@example.com");
        assertThat(decision.reason().orElseThrow()).doesNotContain("john.doe").contains("is refused");
        assertThat(decision.explain()).doesNotContain("john.doe").contains("j***@example.com");
        assertThat(decision.toValue().text()).doesNotContain("john.doe");
    }

    @Test
    void the_policy_of_the_host_decides_what_is_personal() {
        Rules open = leads.rules().privacy(ref -> Pii.NONE);

        Decision decision = decide(open, field("email").isBlank().because("{{email}}"));

        assertThat(decision.reason()).contains("john.doe@example.com");
        assertThat(decision.trace().get(0).actual().text()).isEqualTo("john.doe@example.com");
    }

    @Test
    void the_policy_of_the_host_decides_how_much_of_it_is_shown() {
        Rules lastFour = leads.rules().privacy(showing(MaskStyle.LAST_FOUR));
        Rules removed = leads.rules().privacy(showing(MaskStyle.REMOVE));
        Rule isBlank = field("email").isBlank().because("[{{email}}]");

        assertThat(decide(lastFour, allOf(isBlank)).trace().get(0).actual().text())
                .isEqualTo("****.com");
        assertThat(decide(lastFour, allOf(isBlank)).reason()).contains("[****.com]");
        assertThat(decide(removed, allOf(isBlank)).trace().get(0).actual().text())
                .isEmpty();
        assertThat(decide(removed, allOf(isBlank)).reason()).contains("[]");
    }

    private static PrivacyPolicy showing(MaskStyle style) {
        return new PrivacyPolicy() {
            @Override
            public Pii of(Ref ref) {
                return Pii.PERSONAL;
            }

            @Override
            public MaskStyle style(Ref ref) {
                return style;
            }
        };
    }

    @Test
    void a_trace_tells_operator_expectation_value_and_source() {
        Rules open = leads.rules().privacy(ref -> Pii.NONE);

        Clause clause =
                decide(open, allOf(field("age").isBetween(1, 2))).trace().get(0);

        assertThat(clause.pointer()).isEqualTo("/rules/0");
        assertThat(clause.lhv()).isEqualTo("age");
        assertThat(clause.op()).isEqualTo(Operator.IS_BETWEEN);
        assertThat(clause.expected()).isEqualTo(Value.of(List.of(1, 2)));
        assertThat(clause.actual()).isEqualTo(Value.number(30));
        assertThat(clause.source()).isEqualTo("lead.age");
        assertThat(clause.why()).isEmpty();
    }

    @Test
    void rules_that_are_not_strict_leave_out_what_is_missing() {
        RuleSet lenient = allOf(
                        field("lead.nobody").isEqualTo("x"), field("lead.age").isLessThan(18))
                .lenient();

        Decision decision = decide(lenient);

        assertThat(decision.reason()).contains("Age must be less than 18");
        assertThat(decision.evaluated()).isEqualTo(1);
        assertThat(decision.trace().get(0).why()).isEqualTo("left out: lead.nobody is missing");
        assertThat(decide(anyOf(field("lead.nobody").isEqualTo("x")).lenient()).passed())
                .isTrue();
        assertThat(decide(anyOf(field("lead.nobody").isNotBlank()).lenient()).passed())
                .isFalse();
    }

    @Test
    void a_template_that_reads_something_missing_is_left_out_too() {
        RuleSet lenient = anyOf(
                        template("{{lead.nobody}}-{{lead.age}}").isEqualTo("-30"),
                        field("age").isEqualTo(1))
                .lenient();

        assertThat(decide(lenient).reason()).contains("Age must be equal to 1");
    }

    @Test
    void an_expression_is_a_clause_like_any_other() {
        Decision decision = decide(allOf(expression("lead.age > 50 && lead.state == 'NY'")));

        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason()).contains("must hold: lead.age > 50 && lead.state == 'NY'");
        assertThat(decision.trace().get(0).op()).isNull();
        assertThat(decide(expression("lead.age == 30")).passed()).isTrue();
    }

    @Test
    void an_explanation_is_a_tree() {
        Rules open = leads.rules().privacy(ref -> Pii.NONE);

        String text = decide(
                        open,
                        allOf(
                                        field("state").isIncludedIn("NY", "TX"),
                                        not(field("age").isEqualTo(30)))
                                .named("geo"))
                .explain();

        assertThat(text).isEqualTo("""
                        all of (geo)
                          passed: state is included in ["NY","TX"]; was 'NY'
                          not all of
                            passed: age is equal to 30; was 30
                        """);
    }

    @Test
    void an_empty_set_passes_and_is_warned_of() {
        CompiledRules rules = leads.rules().compile(allOf());

        assertThat(rules.decide(leads.scope(Map.of()), leads.at()).passed()).isTrue();
        assertThat(rules.findings()).extracting(Finding::code).containsExactly("empty_rule_set");
        assertThat(leads.rules()
                        .compile(not(allOf()))
                        .decide(leads.scope(Map.of()), leads.at())
                        .reason())
                .contains("an empty set must not pass");
    }
}
