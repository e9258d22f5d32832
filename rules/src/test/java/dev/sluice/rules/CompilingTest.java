package dev.sluice.rules;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.expression;
import static dev.sluice.rules.Conditions.field;
import static dev.sluice.rules.Conditions.not;
import static dev.sluice.rules.Conditions.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compiling makes of conditions: equal questions once, quick paths that answer like slow ones, advice. */
class CompilingTest {
    private final Leads leads = new Leads()
            .field("state", "state")
            .field("age", "number")
            .field("name", "first_name")
            .field("amount", "number");
    private final List<String> asked = new ArrayList<>();
    private final Rules rules = leads.rules().obscenity(text -> {
        asked.add(text);
        return text.equals("foul");
    });

    private Scope lead(String json) {
        return leads.scope((Obj) Json.value(Json.read("{'lead': " + json + "}")));
    }

    private int tests(Condition... conditions) {
        return rules.compile(RuleSet.and(List.of(conditions))).program().tests();
    }

    @Test
    void equal_questions_share_a_test() {
        Rule base = field("lead.age").isEqualTo(5);

        assertThat(tests(base, base)).isEqualTo(1);
        assertThat(tests(base, field("lead.age").isNotEqualTo(5))).isEqualTo(1);
        assertThat(tests(field("lead.age").isNotEqualTo(5), base)).isEqualTo(1);
        assertThat(tests(base, template("{{lead.age}}").isEqualTo(5))).isEqualTo(1);
        assertThat(tests(base, template(" {{ lead.age }} ").isEqualTo(5))).isEqualTo(1);
        assertThat(tests(base, template("{{lead.age}}!").isEqualTo(5))).isEqualTo(2);
        assertThat(tests(base, template("{{lead.age}}{{lead.age}}").isEqualTo(5)))
                .isEqualTo(2);
        assertThat(tests(base, template("{{uppercase lead.age}}").isEqualTo(5))).isEqualTo(2);
        assertThat(tests(base, field("lead.amount").isEqualTo(5))).isEqualTo(2);
        assertThat(tests(base, field("lead.age").isEqualTo(6))).isEqualTo(2);
        assertThat(tests(base, field("lead.age").isLessThan(5))).isEqualTo(2);
    }

    @Test
    void questions_that_need_the_lead_are_shared_too() {
        Rule dynamic = field("lead.age").isLessThan("{{lead.amount}}");

        assertThat(tests(dynamic, dynamic)).isEqualTo(1);
        assertThat(tests(dynamic, field("lead.age").isLessThan("{{lead.age}}"))).isEqualTo(2);
        assertThat(tests(dynamic, field("lead.amount").isLessThan("{{lead.amount}}")))
                .isEqualTo(2);
        assertThat(tests(dynamic, field("lead.age").isGreaterThan("{{lead.amount}}")))
                .isEqualTo(2);
        assertThat(tests(
                        template("{{lead.age}}!").isBlank(),
                        template("{{lead.age}}!").isNotBlank()))
                .isEqualTo(1);
        assertThat(tests(expression("lead.age > 5"), expression("lead.age > 5")))
                .isEqualTo(1);
        assertThat(tests(expression("lead.age > 5"), expression("lead.age > 6")))
                .isEqualTo(2);
        assertThat(tests(allOf(), anyOf())).isEqualTo(1);
    }

    @Test
    void rules_that_can_never_hold_share_the_test_that_never_does() {
        Rule broken = new Rule("lead.age", "resembles", Value.number(1), null, null, null);
        CompiledRules either =
                rules.compile(anyOf(broken, broken, field("lead.age").isEqualTo(1)));

        assertThat(either.program().tests()).isEqualTo(2);
        assertThat(either.decide(lead("{'age': 1}"), leads.at()).passed()).isTrue();
        assertThat(either.decide(lead("{'age': 2}"), leads.at()).passed()).isFalse();
    }

    @Test
    void a_question_is_asked_once_for_a_lead_however_often_it_stands() {
        Rule clean = field("lead.name").isNotObscene();
        Rule foul = field("lead.name").isObscene();
        CompiledRules groups = rules.compile(anyOf(
                allOf(
                        field("lead.age").isGreaterThan(1),
                        clean,
                        field("lead.age").isGreaterThan(100)),
                allOf(field("lead.age").isGreaterThan(2), foul),
                allOf(
                        field("lead.age").isGreaterThan(3),
                        clean,
                        field("lead.amount").isEqualTo(7))));

        assertThat(groups.decide(lead("{'age': 9, 'name': 'ann', 'amount': 7}"), leads.at())
                        .passed())
                .isTrue();
        assertThat(asked).containsExactly("ann");
        asked.clear();
        assertThat(groups.decide(lead("{'age': 9, 'name': 'foul', 'amount': 7}"), leads.at())
                        .passed())
                .isTrue();
        assertThat(asked).containsExactly("foul");
    }

    @Test
    void more_questions_than_a_word_has_bits_are_asked_alike() {
        for (int count : new int[] {63, 64, 65, 130}) {
            List<Condition> all = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> all.add(field("lead.age").isNotEqualTo(1_000 + i)));
            CompiledRules every = rules.compile(RuleSet.and(all));
            CompiledRules none = rules.compile(not(RuleSet.or(
                    all.stream().map(Conditions::not).map(Condition.class::cast).toList())));

            assertThat(every.program().tests()).isEqualTo(count);
            assertThat(every.program().isShort()).isEqualTo(count <= 64);
            for (int age : new int[] {5, 1_000, 1_031, 1_032, 1_062, 1_063, 1_064, 1_129}) {
                boolean expected = age < 1_000 || age >= 1_000 + count;
                Scope scope = lead("{'age': " + age + "}");
                assertThat(every.decide(scope, leads.at()).passed()).isEqualTo(expected);
                assertThat(none.decide(scope, leads.at()).passed()).isEqualTo(expected);
                assertThat(every.decide(scope, leads.at()).evaluated()).isEqualTo(expected ? count : age - 1_000 + 1);
            }
        }
    }

    /** The same lead in the declared shape, in a longer one, in one of its own, and beside other sections. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{'state': 'TX', 'age': 30, 'amount': 7};``",
                "{'state': 'CA', 'age': 30, 'amount': 7};State must be equal to TX",
                "{'state': 'TX', 'age': 10, 'amount': 7};Age must be greater than 17",
                "{'state': 'TX', 'age': 30, 'amount': 8};must hold: lead.amount == 7",
                "{'state': 'TX', 'age': 30, 'amount': 7, 'name': 'x'};Name must be blank",
            })
    void quick_paths_answer_like_slow_ones(String json, String reason) {
        CompiledRules mixed = rules.compile(allOf(
                field("lead.state").isEqualTo("TX"),
                field("submission.ip").isBlank(),
                template("{{lead.age}}").isGreaterThan(17),
                expression("lead.amount == 7"),
                template("{{uppercase lead.state}}").isEqualTo("TX"),
                field("lead.name").isBlank(),
                field("lead.age").isNotEqualTo(99)));
        Scope declared = lead(json);
        Obj members = declared.section(Section.LEAD);
        List<Scope> same = List.of(
                declared,
                declared.with(Section.LEAD, members.with("grown", Value.text("x"))),
                declared.with(Section.LEAD, Obj.of(members.members())));
        for (Scope scope : same) {
            Decision decision = mixed.decide(scope, leads.at());
            assertThat(decision.reason().orElse("")).contains(reason);
            assertThat(decision.passed()).isEqualTo(reason.isEmpty());
            assertThat(decision.results())
                    .isEqualTo(mixed.decide(declared, leads.at()).results());
        }
    }

    private List<Finding> findings(Condition condition) {
        return leads.rules().compile(condition).findings();
    }

    @Test
    void without_a_checker_nothing_is_obscene_and_that_is_said() {
        assertThat(findings(
                        allOf(field("lead.name").isObscene(), field("lead.name").isNotObscene())))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(
                        tuple("no_obscenity_checker", "/rules/0/op"), tuple("no_obscenity_checker", "/rules/1/op"));
        assertThat(rules.compile(field("lead.name").isObscene()).findings()).isEmpty();
    }

    @Test
    void an_unknown_field_is_told_once_wherever_it_is_read() {
        assertThat(findings(allOf(
                        field("lead.agee").isEqualTo(1),
                        field("lead.agee").isEqualTo(2),
                        template("{{lead.stat}} {{lead.age}}").isEqualTo("x"),
                        field("lead.age").isIncludedIn("{{lead.nme}}", 5),
                        field("lead.age").isEqualTo(3).because("{{lead.amout}} is too much"),
                        expression("lead.nothing == 1"))))
                .filteredOn(finding -> finding.code().equals("unknown_field"))
                .extracting(Finding::text, Finding::pointer)
                .containsExactly(
                        tuple("nothing declares 'lead.agee'; declare the field or write 'age'", "/rules/0/lhv"),
                        tuple("nothing declares 'lead.stat'; declare the field or write 'state'", "/rules/2/lhv"),
                        tuple("nothing declares 'lead.nme'; declare the field or write 'name'", "/rules/3/rhv"));
    }

    @Test
    void advice_prefers_the_first_of_names_that_are_as_near_and_shortens_long_ones() {
        Leads near = new Leads().field("ab", "string").field("ac", "string").field("zzzzzz", "string");

        assertThat(near.rules()
                        .compile(field("lead.ad").isNotBlank())
                        .findings()
                        .get(0)
                        .text())
                .endsWith("write 'ab'");
        assertThat(near.rules()
                        .compile(field("lead.zzazz").isNotBlank())
                        .findings()
                        .get(0)
                        .text())
                .endsWith("write 'zzzzzz'");
        for (int length : new int[] {55, 56}) {
            String path = "lead." + "x".repeat(length);
            assertThat(near.rules()
                            .compile(field(path).isNotBlank())
                            .findings()
                            .get(0)
                            .text())
                    .contains("'" + (length == 55 ? path : path.substring(0, 60) + "...") + "'");
        }
    }

    @Test
    void no_more_findings_of_a_kind_than_can_be_read() {
        List<Condition> wrong = new ArrayList<>();
        IntStream.range(0, 250).forEach(i -> {
            wrong.add(new Rule("lead.age", "resembles", Value.missing(), null, null, null));
            wrong.add(new Rule("lead.age", "is blank", Value.number(1), null, null, null));
        });

        List<Finding> findings = findings(RuleSet.and(wrong));

        assertThat(findings.stream().map(Finding::code).distinct())
                .containsExactlyInAnyOrder("unknown_operator", "surplus_rhv", "too_many_findings");
        assertThat(findings)
                .hasSize(402)
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .hasSize(201);
        assertThat(findings(RuleSet.and(wrong.subList(0, 400)))).hasSize(400).noneMatch(f -> f.code()
                .equals("too_many_findings"));
    }

    @Test
    void lists_with_templates_are_left_out_with_what_they_read() {
        CompiledRules lenient = leads.rules()
                .compile(new RuleSet(
                        RuleSet.Op.AND,
                        List.of(
                                field("lead.age").isIncludedIn(1, "{{lead.amount}}"),
                                field("lead.age").isNotBlank()),
                        false,
                        false,
                        null,
                        null));

        assertThat(lenient.decide(lead("{'age': 5}"), leads.at()).evaluated()).isEqualTo(1);
        assertThat(lenient.decide(lead("{'age': 5, 'amount': 5}"), leads.at()).evaluated())
                .isEqualTo(2);
        assertThat(lenient.decide(lead("{'age': 5, 'amount': 6}"), leads.at()).passed())
                .isFalse();
    }

    @Test
    void a_set_that_never_holds_keeps_an_index_from_being_sure() {
        RuleIndex<String> index = RuleIndex.<String>using(leads.rules())
                .withAll(Map.of(
                        "plain", field("lead.age").isEqualTo(5),
                        "never", allOf(field("lead.age").isEqualTo(5), not(allOf())),
                        "nested", allOf(allOf(field("lead.age").isEqualTo(5), allOf(not(anyOf())))),
                        "inverse", not(field("lead.age").isNotEqualTo(5)),
                        "half",
                                allOf(
                                        field("lead.age").isEqualTo(5),
                                        anyOf(field("lead.name").isBlank()))));

        assertThat(index.matches(lead("{'age': 5}"), leads.at())).containsExactlyInAnyOrder("plain", "inverse", "half");
        assertThat(index.matches(lead("{'age': 5, 'name': 'x'}"), leads.at()))
                .containsExactlyInAnyOrder("plain", "inverse");
        assertThat(index.matches(lead("{'age': 6}"), leads.at())).isEmpty();
    }
}
