package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_written_is_read_again(long seed) {
        Value value = new Definitions(seed).value(4);

        assertThat(ValueJson.read(ValueJson.write(value))).isEqualTo(value);
        assertThat(ValueJson.read(ValueJson.pretty(value))).isEqualTo(value);
        assertThat(ValueJson.read(ValueJson.canonical(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1.0", "1.50", "-0", "0.10", "1e3", "1E+3", "12345678901234567890.123456789", "-1.5e-9"})
    void numbers_keep_their_digits(String spelling) {
        assertThat(ValueJson.write(ValueJson.read(spelling))).isEqualTo(spelling);
    }

    @Test
    void a_spelling_that_is_no_json_number_gives_way_to_the_number() {
        assertThat(ValueJson.write(Num.spelled(new BigDecimal("1500"), "$1,500")))
                .isEqualTo("1500");
        assertThat(ValueJson.write(Num.spelled(new BigDecimal("7"), "07"))).isEqualTo("7");
        assertThat(ValueJson.write(Num.spelled(new BigDecimal("7"), "7."))).isEqualTo("7");
    }

    @Test
    void equal_numbers_are_alike_in_canonical_text() {
        assertThat(ValueJson.canonical(ValueJson.read("{\"b\":1.50,\"a\":[1e2]}")))
                .isEqualTo("{\"a\":[100],\"b\":1.5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"\\ud800 \\ud800", "\\udc00x \\udc00x", "\\ud83d\\ude00 😀", "\\u0000 \\u0000", "\\u2028 \\u2028"})
    void half_pairs_and_control_characters_are_written_as_escapes(String in, String out) {
        assertThat(ValueJson.write(ValueJson.read('"' + in + '"'))).isEqualTo('"' + out + '"');
    }

    @Test
    void values_beyond_json_are_written_in_plain_form() {
        Value email = FieldTypes.EMAIL.read(
                Value.text("JOHN@EXAMPLE.COM"), Parsing.at(At.utc(Instant.parse("2026-01-01T00:00:00Z"))));
        Obj obj = Obj.EMPTY
                .with("email", email)
                .with("day", Moment.of(LocalDate.of(2026, 3, 15)))
                .with("at", Moment.of(Instant.parse("2026-03-15T14:30:00Z")));

        assertThat(ValueJson.write(obj))
                .isEqualTo(
                        "{\"email\":\"john@example.com\",\"day\":\"2026-03-15\",\"at\":\"2026-03-15T14:30:00.000Z\"}");
        assertThat(ValueJson.write(Value.missing())).isEqualTo("null");
    }

    @Test
    void the_data_of_a_lead_is_read_and_written_as_a_tree() {
        Scope scope = ValueJson.readVars("{\"lead\":{\"state\":\"TX\"},\"random\":7}");

        assertThat(scope.get("lead.state").text()).isEqualTo("TX");
        assertThat(ValueJson.writeVars(scope)).isEqualTo("{\"lead\":{\"state\":\"TX\"},\"random\":7}");
        assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> ValueJson.readVars("[]"));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|1|json_syntax",
                "{\"a\":1|1|7|json_syntax",
                "{\"a\":1} x|1|9|json_syntax",
                "[1,]|1|4|json_syntax",
                "{\"a\":John}|1|6|json_syntax",
                "{a:1}|1|2|json_syntax",
                "[NaN]|1|5|json_syntax",
                "[01]|1|3|json_syntax",
                "{\"a\":1,\"a\":2}|1|8|duplicate_key",
                "{\"a\":1]|1|7|json_syntax",
                "// x|1|1|json_syntax"
            })
    void what_is_no_json_is_refused_at_its_place_without_being_quoted(String json, int line, int column, String code) {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> ValueJson.read(json == null ? "" : json))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(column))
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("John"));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(ValueJson.read("\ufeff1")).isEqualTo(Value.number(1));
    }

    @Test
    void pretty_text_breaks_only_what_does_not_fit() {
        Obj value = (Obj)
                ValueJson.read("{\"short\":[1,2],\"long\":[\"" + "x".repeat(60) + "\",\"" + "y".repeat(60) + "\"]}");

        assertThat(ValueJson.pretty(value)).isEqualTo("""
                        {
                          "short": [1, 2],
                          "long": [
                            "%s",
                            "%s"
                          ]
                        }
                        """.formatted("x".repeat(60), "y".repeat(60)));
    }
}
