package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import org.junit.jupiter.api.Test;

class ParseCommandTest {

    @Test
    void an_invalid_value_says_what_is_wrong() {
        Value answer = parse("{\"type\":\"ssn\",\"input\":\"12\"}");

        assertThat(answer.part("valid")).isEqualTo(Value.bool(false));
        assertThat(answer.part("problem").part("code").text()).isEqualTo("not_nine_digits");
        assertThat(answer.part("last_four").isMissing()).isTrue();
    }

    @Test
    void an_input_may_be_parsed_by_another_type_first() {
        Value answer = parse("{\"type\":\"string\",\"pre\":\"state\",\"input\":\"texas\"}");

        assertThat(answer.part("value").text()).isEqualTo("TX");
    }

    @Test
    void the_moment_and_the_zone_come_with_the_question() {
        Value answer = parse(
                "{\"type\":\"dob\",\"input\":\"2000-01-01\",\"now\":\"2020-01-01T12:00:00+02:00\",\"tz\":\"Europe/Paris\"}");

        assertThat(answer.part("age").text()).isEqualTo("20");
    }

    @Test
    void a_zone_that_does_not_exist_is_a_fault() {
        Value answer = parse("{\"type\":\"date\",\"input\":\"today\",\"tz\":\"Mars/Olympus\"}");

        assertThat(answer.part("error").part("message").text()).contains("tz");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(pipe("{\"type\":\"date\",\"input\":null}", "parse").out())
                .isEqualTo("{\"id\":1,\"value\":null,\"raw\":null}\n");
    }

    @Test
    void a_tree_without_a_type_is_masked_where_it_says_so() {
        assertThat(pipe("{\"id\":1,\"input\":{\"masked\":false,\"a\":\"xyz\"}}", "mask")
                        .out())
                .isEqualTo("{\"id\":1,\"masked\":true,\"a\":\"***\"}\n");
    }

    private static Value parse(String question) {
        return pipe(question, "parse").answer();
    }
}
