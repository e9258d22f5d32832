package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.templates.Templates;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private final Leads leads =
            new Leads().field("phone_1", "phone").field("age", "number").field("name", "first_name");

    private List<Finding> findings(String condition) {
        return leads.rules().compile(Json.condition(Json.read(condition))).findings();
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'lhv':'lead.age','op':'resembles','rhv':1};unknown_operator;/op;ERROR",
                "{'lhv':'','op':'=','rhv':1};missing_lhv;/lhv;ERROR",
                "{'lhv':'lead..age','op':'=','rhv':1};invalid_path;/lhv;ERROR",
                "{'lhv':'lead.age','op':'='};missing_rhv;/rhv;ERROR",
                "{'lhv':'lead.age','op':'>','rhv':'tall'};not_comparable;/rhv;ERROR",
                "{'lhv':'lead.age','op':'>','rhv':''};missing_rhv;/rhv;ERROR",
                "{'lhv':'lead.age','op':'between','rhv':'5'};invalid_range;/rhv;ERROR",
                "{'lhv':'lead.age','op':'between','rhv':[1,2,3]};invalid_range;/rhv;ERROR",
                "{'lhv':'lead.age','op':'between','rhv':'10-5'};impossible_range;/rhv;ERROR",
                "{'lhv':'lead.age','op':'between','rhv':['2025-01-02','2025-01-01']};impossible_range;/rhv;ERROR",
                "{'lhv':'lead.age','op':'in','rhv':[]};empty_list;/rhv;ERROR",
                "{'lhv':'lead.name','op':'includes','rhv':' '};missing_rhv;/rhv;ERROR",
                "{'lhv':'lead.name','op':'matches','rhv':'/(/'};invalid_pattern;/rhv;ERROR",
                "{'lhv':'lead.name','op':'matches','rhv':['a','']};missing_rhv;/rhv;ERROR",
                "{'lhv':'{{lead.age','op':'=','rhv':1};invalid_template;/lhv;ERROR",
                "{'lhv':'lead.age','op':'=','rhv':['a','{{lead.']};invalid_template;/rhv/1;ERROR",
                "{'lhv':'lead.age','op':'=','rhv':1,'reason':'{{lead.'};invalid_template;/reason;ERROR",
                "{'expression':'lead.age > '};invalid_expression;/expression;ERROR",
                "{'lhv':'lead.phone_1','op':'>','rhv':5};operator_not_offered;/op;WARNING",
                "{'lhv':'lead.agee','op':'>','rhv':5};unknown_field;/lhv;WARNING",
                "{'lhv':'lead.age','op':'is blank','rhv':5};surplus_rhv;/rhv;WARNING",
                "{'lhv':'lead.nme','op':'is obscene'};unknown_field;/lhv;WARNING",
            })
    void what_is_wrong_is_found_where_it_stands(String rule, String code, String member, Severity severity) {
        List<Finding> findings = findings("{'op':'and','rules':[{'lhv':'lead.age','op':'=','rhv':1}," + rule + "]}");

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo("/rules/1" + member);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.text()).isNotBlank();
        });
    }

    @Test
    void a_rule_that_is_wrong_never_holds_but_the_rest_is_decided() {
        Decision decision = leads.decide(
                "{'op':'or','rules':[{'lhv':'lead.age','op':'resembles','rhv':1},{'lhv':'lead.age','op':'=','rhv':1}]}",
                "{'lead':{'age':1}}");

        assertThat(decision.passed()).isTrue();
        assertThat(decision.trace().get(0).why()).isEqualTo("the operator is unknown");
    }

    @Test
    void advice_names_what_was_probably_meant() {
        assertThat(findings("{'lhv':'lead.agee','op':'grater than','rhv':5}"))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("'age'"))
                .anySatisfy(text -> assertThat(text).contains("'is greater than'"));
    }

    @Test
    void sound_rules_have_no_findings() {
        assertThat(findings(
                        "{'op':'and','rules':[{'lhv':'lead.age','op':'between','rhv':'1-2'},{'lhv':'name','op':'is not blank'},"
                                + "{'lhv':'lead.phone_1.area','op':'>','rhv':5},{'expression':'lead.age > 5'}]}"))
                .isEmpty();
    }

    @Test
    void what_a_stage_may_not_read_is_an_error() {
        Rules steps = Rules.with(leads.layout(), Stage.STEP, Templates.standard());

        assertThat(steps.compile(Conditions.field("decisions.price").isNotBlank())
                        .findings())
                .extracting(Finding::code)
                .containsExactly("invalid_path");
    }

    @Test
    void findings_end_somewhere() {
        List<Condition> many =
                Collections.nCopies(5_000, new Rule("lead.age", "resembles", Value.missing(), null, null, null));

        assertThat(leads.rules().compile(RuleSet.and(many)).findings()).hasSize(201);
    }

    @Test
    void a_finding_can_be_seen_from_further_up() {
        assertThat(Finding.error("x", "/op", "wrong").below("/rules/1").pointer())
                .isEqualTo("/rules/1/op");
    }
}
