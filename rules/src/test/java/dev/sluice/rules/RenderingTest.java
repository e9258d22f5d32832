package dev.sluice.rules;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.expression;
import static dev.sluice.rules.Conditions.field;
import static dev.sluice.rules.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions as text, as a tree and as data. */
class RenderingTest {
    private final Leads leads = new Leads().field("state", "state").field("email", "email");
    private final Rules open = leads.rules().privacy(ref -> Pii.NONE);

    private Decision decide(Condition condition, Map<String, ?> lead) {
        return decide(open, condition, lead);
    }

    private Decision decide(Rules rules, Condition condition, Map<String, ?> lead) {
        return rules.compile(condition).decide(leads.scope(Map.of("lead", lead)), leads.at());
    }

    @Test
    void a_decision_is_data() {
        Decision decision = decide(
                allOf(
                        field("lead.age").isGreaterThan(17),
                        field("state").isBlank(),
                        expression("lead.age > 5"),
                        field("lead.nobody").isEqualTo("x")),
                Map.of("age", 18, "state", "TX"));

        assertThat(decision.toValue().text())
                .isEqualTo("{\"passed\":false,\"reason\":\"State must be blank\",\"evaluated\":2,\"trace\":["
                        + "{\"pointer\":\"/rules/0\",\"lhv\":\"lead.age\",\"op\":\"is greater than\",\"expected\":17,"
                        + "\"actual\":18,\"source\":\"lead.age\",\"result\":\"passed\"},"
                        + "{\"pointer\":\"/rules/1\",\"lhv\":\"state\",\"op\":\"is blank\",\"actual\":\"TX\","
                        + "\"source\":\"lead.state\",\"result\":\"failed\"},"
                        + "{\"pointer\":\"/rules/2\",\"expression\":\"lead.age > 5\",\"source\":\"lead.age\","
                        + "\"result\":\"not_evaluated\",\"why\":\"decided before\"},"
                        + "{\"pointer\":\"/rules/3\",\"lhv\":\"lead.nobody\",\"op\":\"is equal to\",\"expected\":\"x\","
                        + "\"source\":\"lead.nobody\",\"result\":\"not_evaluated\",\"why\":\"decided before\"}]}");
        assertThat(decision).hasToString("failed");
        assertThat(decide(field("lead.age").isBlank(), Map.of())).hasToString("passed");
        assertThat(decide(field("lead.age").isBlank(), Map.of()).toValue().text())
                .isEqualTo("{\"passed\":true,\"evaluated\":1,\"trace\":[{\"pointer\":\"\",\"lhv\":\"lead.age\","
                        + "\"op\":\"is blank\",\"source\":\"lead.age\",\"result\":\"passed\"}]}");
    }

    @Test
    void a_decision_is_a_tree() {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("age", 18);
        lead.put("nothing", null);
        lead.put("text", "a\nb\rc");
        Decision decision = decide(
                anyOf(
                                field("lead.age")
                                        .isGreaterThan(20)
                                        .and(allOf(field("lead.age").isBlank())),
                                not(allOf(
                                        field("lead.age").isNotBlank(),
                                        field("lead.nothing").isBlank())),
                                field("lead.nobody").isEqualTo("x"),
                                field("lead.text").isEqualTo(List.of("x", 1)))
                        .named("choice"),
                lead);

        assertThat(decision.explain()).isEqualTo("""
                any of (choice)
                  with conditions of its own
                    failed: lead.age is greater than 20; was 18
                    all of
                      not evaluated: lead.age is blank (decided before)
                  not all of
                    all of
                      passed: lead.age is not blank; was 18
                      passed: lead.nothing is blank; was null
                  failed: lead.nobody is equal to 'x'; was missing
                  failed: lead.text is equal to ["x",1]; was 'a b c'
                """);
    }

    @Test
    void long_texts_are_shortened_in_a_tree() {
        String exactly =
                decide(field("lead.t").isBlank(), Map.of("t", "x".repeat(200))).explain();
        String longer =
                decide(field("lead.t").isBlank(), Map.of("t", "x".repeat(201))).explain();

        assertThat(exactly).isEqualTo("failed: lead.t is blank; was '" + "x".repeat(200) + "'\n");
        assertThat(longer).isEqualTo("failed: lead.t is blank; was '" + "x".repeat(200) + "...'\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "lead.phoneNumber, Phone Number",
        "lead.phone_number, Phone Number",
        "lead.phone-number, Phone Number",
        "lead.phone, Phone",
        "lead._x, X",
        "lead.aB, A B",
        "lead.ABC, ABC",
        "lead.x2Y, X2Y",
        "source.id, Source Id",
        "lead, Lead",
        "plain, Plain",
    })
    void a_label_is_made_of_the_words_of_a_path(String path, String label) {
        assertThat(decide(field(path).isEqualTo("?"), Map.of()).reason()).contains(label + " must be equal to ?");
    }

    @Test
    void a_label_of_several_paths_names_each_once() {
        assertThat(decide(
                                Conditions.template("{{lead.a}}-{{lead.b}}-{{lead.a}}")
                                        .isEqualTo("?"),
                                Map.of())
                        .reason())
                .contains("A and B must be equal to ?");
        assertThat(decide(Conditions.template("{{#if true}}x{{/if}}").isEqualTo("?"), Map.of())
                        .reason())
                .contains("Value must be equal to ?");
    }

    @Test
    void long_lists_are_told_in_part() {
        List<Object> hundred = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            hundred.add(i);
        }
        String all = decide(field("lead.a").isIncludedIn(hundred.toArray()), Map.of())
                .reason()
                .orElseThrow();
        hundred.add(101);
        String some = decide(field("lead.a").isIncludedIn(hundred.toArray()), Map.of())
                .reason()
                .orElseThrow();

        assertThat(all).endsWith(", 99, 100");
        assertThat(some).endsWith(", 99, 100, ... (101 in all)");
    }

    @Test
    void many_alternatives_are_told_in_part() {
        Condition[] alternatives = new Condition[103];
        Arrays.setAll(alternatives, i -> field("lead.a").isEqualTo("v" + i));

        assertThat(decide(anyOf(alternatives), Map.of()).reason().orElseThrow())
                .startsWith("A must be equal to v0 or ")
                .endsWith(" or A must be equal to v99 or 3 more");
    }

    @Test
    void sources_say_in_which_section_a_bare_name_was_found() {
        Condition bare = field("score").isBlank();
        CompiledRules rules = open.compile(bare);

        assertThat(rules.decide(leads.scope(Map.of("appended", Map.of("score", 1))), leads.at())
                        .trace()
                        .get(0)
                        .source())
                .isEqualTo("appended.score");
        assertThat(rules.decide(leads.scope(Map.of("score", 1)), leads.at())
                        .trace()
                        .get(0)
                        .source())
                .isEqualTo("score");
        assertThat(rules.decide(leads.scope(Map.of()), leads.at())
                        .trace()
                        .get(0)
                        .source())
                .isEqualTo("lead.score");
    }

    @Test
    void a_configured_reason_masks_what_bare_names_find() {
        Condition refused = field("lead.state").isBlank().because("{{nick}} / {{appended.phone}} / {{source.name}}");
        Decision decision = leads.rules()
                .compile(refused)
                .decide(
                        leads.scope(Map.of(
                                "lead", Map.of("state", "TX", "nick", "Johnny"),
                                "appended", Map.of("phone", "5125550123"),
                                "source", Map.of("name", "Web"))),
                        leads.at());

        assertThat(decision.reason().orElseThrow())
                .doesNotContain("Johnny")
                .doesNotContain("5125550123")
                .endsWith(" / Web");
    }

    @Test
    void what_submissions_say_is_public_but_for_the_address() {
        Decision decision = leads.rules()
                .compile(allOf(
                        field("submission.ip").isNotBlank(),
                        field("submission.channel").isNotBlank()))
                .decide(leads.scope(Map.of("submission", Map.of("ip", "10.20.30.40", "channel", "form"))), leads.at());

        assertThat(decision.trace().get(0).actual().text()).isNotEqualTo("10.20.30.40");
        assertThat(decision.trace().get(1).actual()).isEqualTo(Value.text("form"));
    }

    @Test
    void recorded_results_count_what_was_evaluated() {
        CompiledRules rules = open.compile(allOf(
                        field("lead.nobody").isEqualTo(1),
                        field("lead.age").isGreaterThan(5),
                        field("lead.age").isLessThan(7),
                        field("lead.age").isNotBlank())
                .lenient());
        var scope = leads.scope(Map.of("lead", Map.of("age", 18)));
        long[] results = rules.decide(scope, leads.at()).results();

        assertThat(results).containsExactly(0b00_01_10_11);
        assertThat(rules.recall(scope, leads.at(), results).evaluated()).isEqualTo(2);
        assertThat(rules.recall(scope, leads.at(), new long[0]).evaluated()).isZero();
    }

    @Test
    void results_of_forty_clauses_take_two_words() {
        Condition[] forty = new Condition[40];
        Arrays.setAll(forty, i -> field("lead.age").isGreaterThan(i < 39 ? i : 50));
        Decision decision = decide(allOf(forty), Map.of("age", 45));

        assertThat(decision.results()).containsExactly(0xAAAAAAAAAAAAAAAAL, 0x6AAAL);
        assertThat(decision.evaluated()).isEqualTo(40);
        assertThat(decision.reason()).contains("Age must be greater than 50");
    }

    @Test
    void a_rule_keeps_its_name() {
        Rule rule = field("lead.age").isBlank().id("r1");

        assertThat(rule.id()).isEqualTo("r1");
        assertThat(rule.op()).isEqualTo("is blank");
        assertThat(Operator.IS_BLANK).hasToString("is blank");
    }
}
