package dev.sluice.rules;

import static dev.sluice.rules.Conditions.expression;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Arr;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the right is read as the field on the left reads what a source sends. */
class NormalFormsTest {
    private final Leads leads = new Leads()
            .field("state", "state")
            .field("phone", "phone")
            .field("ssn", "ssn")
            .field("gender", "gender")
            .field("score", "range")
            .field("zip", "postal_code")
            .field("age", "number")
            .field("agreed", "boolean");

    @ParameterizedTest(name = "{0} {1} equals {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "state;Texas;TX;true",
                "state;TX;Texas;true",
                "state;TX; texas ;true",
                "state;TX;Utah;false",
                "state;Bavaria;bavaria;true",
                "phone;5125550123;(512) 555-0123;true",
                "phone;512.555.0123;+1 512 555 0123;true",
                "phone;5125550123;(512) 555-0124;false",
                "phone;555-01;555-01;true",
                "ssn;123-45-6789;123456789;true",
                "gender;F;female;true",
                "gender;female;f;true",
                "score;10-20;10 to 20;true",
                "score;10-20;10-21;false",
                "zip;78701-1234;787011234;true",
                "zip;78701;78701-1234;false",
                "age;18;18 years;false",
                "agreed;yes;true;true",
                "agreed;yes;yes;false",
                "unknown;TX;Texas;false",
            })
    void equality_holds_for_the_written_and_for_the_normal_form(
            String field, String value, String rhv, boolean expected) {
        assertThat(decide(field("lead." + field).isEqualTo(rhv), field, value).passed())
                .isEqualTo(expected);
        assertThat(decide(field("lead." + field).isNotEqualTo(rhv), field, value)
                        .passed())
                .isNotEqualTo(expected);
        assertThat(decide(field("lead." + field).isIncludedIn("Ohio", rhv), field, value)
                        .passed())
                .isEqualTo(expected);
        assertThat(decide(field("lead." + field).isNotIncludedIn("Ohio", rhv), field, value)
                        .passed())
                .isNotEqualTo(expected);
    }

    @Test
    void lists_are_read_element_by_element() {
        assertThat(decide(
                                Rule.of("lead.state", Operator.IS_INCLUDED_IN, Value.text("California, \"Texas\"")),
                                "state",
                                "tx")
                        .passed())
                .isTrue();
        assertThat(decide(field("lead.state").isEqualTo(java.util.List.of("Texas")), "state", "tx")
                        .passed())
                .isFalse();
    }

    @Test
    void a_field_of_many_values_includes_another_spelling_of_one() {
        Value texas = FieldTypes.STATE.parse(Value.text("TX"), Parsing.at(leads.at()));
        Scope scope = leads.scope(Map.of("lead", Map.of()));
        Scope two = scope.with(
                Section.LEAD,
                scope.section(Section.LEAD).with("state", Arr.of(java.util.List.of(texas, Value.text("UT")))));
        Rules rules = leads.rules();

        assertThat(rules.compile(field("lead.state").includes("Texas"))
                        .decide(two, leads.at())
                        .passed())
                .isTrue();
        assertThat(rules.compile(field("lead.state").includes(java.util.List.of("texas", "Ohio")))
                        .decide(two, leads.at())
                        .passed())
                .isFalse();
        assertThat(rules.compile(field("lead.state").isEqualTo(java.util.List.of("UT", "Texas")))
                        .decide(two, leads.at())
                        .passed())
                .isTrue();
    }

    @Test
    void a_part_of_a_text_is_no_value_of_the_type() {
        assertThat(decide(field("lead.state").includes("Tex"), "state", "TX").passed())
                .isFalse();
        assertThat(decide(field("lead.phone.area").isEqualTo("(512)"), "phone", "5125550123")
                        .passed())
                .isFalse();
    }

    @Test
    void a_right_hand_side_that_comes_with_the_lead_is_read_so_too() {
        Rule same = field("lead.state").isEqualTo("{{ home }}");

        assertThat(leads.rules()
                        .compile(same)
                        .decide(leads.scope(Map.of("lead", Map.of("state", "TX"), "home", "Texas")), leads.at())
                        .passed())
                .isTrue();
    }

    @Test
    void expressions_compare_as_rules_do() {
        assertThat(decide(expression("lead.state == 'Texas' && lead.state in ['Utah', 'texas']"), "state", "TX")
                        .passed())
                .isTrue();
        assertThat(decide(expression("lead.state != 'Texas'"), "state", "TX").passed())
                .isFalse();
    }

    @Test
    void traces_and_reasons_show_what_was_written() {
        Decision decision = decide(field("lead.state").isEqualTo("Utah"), "state", "TX");

        assertThat(decision.trace().get(0).expected()).isEqualTo(Value.text("Utah"));
        assertThat(decision.trace().get(0).actual().text()).isEqualTo("TX");
        assertThat(decision.reason()).contains("State must be equal to Utah");
    }

    private Decision decide(Condition condition, String field, String value) {
        return leads.rules().compile(condition).decide(leads.scope(Map.of("lead", Map.of(field, value))), leads.at());
    }
}
