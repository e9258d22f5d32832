package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest {

    @Test
    void a_rule_that_fails_says_why_and_shows_the_value() {
        Value answer = eval("{\"vars\":{\"lead\":{\"state\":\"Nevada\"}},\"types\":{\"state\":\"state\"},"
                + "\"rule\":{\"lhv\":\"lead.state\",\"op\":\"is included in\",\"rhv\":[\"TX\",\"CA\"]}}");

        assertThat(answer.part("passed")).isEqualTo(Value.bool(false));
        assertThat(answer.part("reason").text()).isEqualTo("State must be included in TX, CA");
        assertThat(answer.part("trace").part("0").part("actual").text()).isEqualTo("NV");
        assertThat(answer.part("trace").part("0").part("result").text()).isEqualTo("failed");
    }

    @Test
    void names_without_a_section_are_read_with_and_without_lead() {
        assertThat(eval("{\"vars\":{\"age\":30},\"rule\":{\"lhv\":\"age\",\"op\":\"is greater than\",\"rhv\":18}}")
                        .part("passed"))
                .isEqualTo(Value.bool(true));
    }

    @Test
    void a_typed_name_without_a_section_is_a_field_like_any_other() {
        Value answer = eval("{\"vars\":{\"state\":\"tx\",\"email\":\"ann@example.com\",\"age\":30},"
                + "\"types\":{\"state\":\"state\",\"lead.email\":\"email\"},\"rule\":{\"op\":\"and\",\"rules\":["
                + "{\"lhv\":\"state\",\"op\":\"is equal to\",\"rhv\":\"Texas\"},"
                + "{\"lhv\":\"lead.age\",\"op\":\"is greater than\",\"rhv\":18},"
                + "{\"lhv\":\"email\",\"op\":\"is equal to\",\"rhv\":\"x\"}]}}");

        assertThat(answer.part("trace").part("0").part("result").text()).isEqualTo("passed");
        assertThat(answer.part("trace").part("1").part("result").text()).isEqualTo("passed");
        assertThat(ValueJson.write(answer)).contains("\"passed\":false").doesNotContain("ann@");
    }

    @Test
    void a_typed_personal_value_is_masked_in_trace_and_reason() {
        String out = pipe(
                        "{\"vars\":{\"lead\":{\"email\":\"ann@example.com\"}},\"types\":{\"email\":\"email\"},"
                                + "\"rule\":{\"lhv\":\"lead.email\",\"op\":\"is equal to\",\"rhv\":\"x\",\"reason\":\"no {{lead.email}}\"}}",
                        "eval")
                .out();

        assertThat(out).contains("\"passed\":false").doesNotContain("ann@");
    }

    @Test
    void what_is_no_rule_is_refused_with_the_nearest_known_word() {
        Value answer = eval("{\"vars\":{},\"rule\":{\"lhv\":\"a\",\"op\":\"is equals to\",\"rhv\":1}}");

        assertThat(answer.part("error").part("message").text()).contains("is equal to");
    }

    @Test
    void an_expression_gives_its_value_and_a_yes_or_no_is_a_decision_too() {
        assertThat(pipe("{\"vars\":{\"lead\":{\"price\":10}},\"expression\":\"lead.price * 1.2\"}", "eval")
                        .out())
                .isEqualTo("{\"id\":1,\"value\":12}\n");
        assertThat(pipe("{\"vars\":{\"age\":30},\"expression\":\"age >= 18\"}", "eval")
                        .out())
                .isEqualTo("{\"id\":1,\"value\":true,\"passed\":true}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"expression\":\"1 + new Object()\"", "\"rule\":{\"expression\":\"1 + new Object()\"}"})
    void a_refused_expression_says_where(String question) {
        Value error = eval("{\"vars\":{}," + question + "}").part("error");

        assertThat(error.part("column").text()).isEqualTo("5");
        assertThat(error.part("message").text()).isNotEmpty();
    }

    private static Value eval(String question) {
        return pipe(question, "eval").answer();
    }
}
