package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

    @Test
    void a_line_that_cannot_be_read_is_answered_and_the_rest_go_on() {
        String questions = """
                {"id":"a","type":"number","input":"1"}
                {"id":"b","type":
                []
                {"id":"c","type":"no such type","input":"1"}
                {"id":"d","type":"number"}
                {"id":"e","type":"number","input":"2"}
                """;

        Shell.Result result = pipe(questions, "parse");

        assertThat(result.status()).isZero();
        assertThat(result.answers())
                .extracting(answer -> answer.part("id").text())
                .containsExactly("a", "2", "3", "c", "d", "e");
        assertThat(result.answers().subList(1, 5))
                .allSatisfy(answer ->
                        assertThat(answer.part("error").part("message").text()).isNotEmpty());
        assertThat(result.answers().get(5).part("value").text()).isEqualTo("2");
    }

    @Test
    void a_line_without_an_id_is_called_by_its_number() {
        Shell.Result result = pipe("\n{\"type\":\"number\",\"input\":\"1\"}", "parse");

        assertThat(result.out()).startsWith("{\"id\":2,\"value\":1,");
    }

    @Test
    void an_id_of_any_kind_comes_back_as_it_was() {
        assertThat(pipe("{\"id\":[1.50,null],\"type\":\"number\",\"input\":\"1\"}", "parse")
                        .out())
                .startsWith("{\"id\":[1.50,null],");
    }

    @Test
    void bytes_that_are_no_utf_8_are_a_fault_of_their_line_only() {
        byte[] input = "{\"type\":\"string\",\"input\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
        input[26] = (byte) 0xff;

        Shell.Result result = pipe(input, "parse");

        assertThat(result.answer().part("error").part("message").text()).contains("UTF-8");
    }

    @Test
    void unpaired_surrogates_are_written_as_escapes() {
        Shell.Result result = pipe("{\"type\":\"string\",\"input\":\"a\\ud83d \\ud83d\\ude80\"}", "parse");

        assertThat(result.out()).contains("\"value\":\"a\\ud83d \ud83d\ude80\"");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_do_not_matter() {
        Shell.Result result = pipe("\ufeff{\"id\":1,\"type\":\"number\",\"input\":\"7\"}\r\n", "parse");

        assertThat(result.answer().part("value").text()).isEqualTo("7");
    }

    @Test
    void a_fault_in_a_line_names_the_line_and_the_column() {
        Shell.Result result = pipe("\n{\"type\":\"number\",\"type\":\"x\"}", "parse");

        assertThat(result.answer().part("error").part("message").text())
                .isEqualTo("a member is named twice (line 2, column 18)");
        assertThat(result.answer().part("error").part("line").text()).isEqualTo("2");
        assertThat(result.answer().part("error").part("column").text()).isEqualTo("18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parse | {'type':'phone','input':'1','country':'ZZ'} | 'ZZ' is no country",
                "response | {'status':99999} | 'status' must be a whole number",
                "response | {'status':200.5} | 'status' must be a whole number",
                "response | {'status':1e400} | 'status' must be a whole number",
                "response | {'status':200,'headers':'x'} | 'headers' must be an object",
                "response | {'status':200,'headers':{'a':{'b':1}}} | the header 'a' must be text",
                "response | {'status':200,'config':[]} | /config: answers are read by",
                "response | {'status':200,'config':{'rules':'x'}} | /rules: rules are",
                "response | {'status':200,'config':{'capture':'x'}} | /capture: ",
                "request | {'format':'json','vars':{'url':'https://a.example','json_property':'x'}} | must be an object",
                "request | {'format':'soap','vars':{'url':'https://a.example'},'wsdl':'\\u0000'} | there is no file"
            })
    void a_member_of_the_wrong_kind_is_named(String command, String question, String message) {
        Shell.Result result = pipe(question.replace('\'', '"'), command);

        assertThat(result.answer().part("error").part("message").text()).contains(message);
    }
}
