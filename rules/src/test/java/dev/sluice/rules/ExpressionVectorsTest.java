package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.Num;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionVectorsTest {
    private static final Map<String, Object> LEAD = Map.of(
            "state",
            "TX",
            "age",
            30,
            "email",
            "ann@example.com",
            "price",
            10,
            "cost",
            7,
            "first_name",
            "Ann",
            "last_name",
            "Lee");

    private final Leads leads = new Leads();

    static Stream<JsonNode> allowed() {
        return Json.lines("mvel-allowed.jsonl").stream();
    }

    static Stream<JsonNode> escapes() {
        return Json.lines("mvel-escape.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void every_allowed_expression_gives_its_value(JsonNode row) {
        Scope scope = leads.scope(Map.of("lead", LEAD));

        Value value = leads.rules().expression(row.get("expr").asText()).evaluate(scope, leads.at());

        String expected = row.get("expect").asText();
        if (value instanceof Num num) {
            assertThat(num.value()).isEqualByComparingTo(new BigDecimal(expected));
        } else {
            assertThat(value.text()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "--lead.age;1",
                "++lead.age;1",
                "lead.age--;9",
                "lead.age++;9",
                "lead.age += 1;11",
                "lead.age === 30;12",
                "lead.age <> 30;11",
                "lead.age in (1, 2);15",
                "lead.age > 1 > 0;14",
                "1 < 2 < 3;7",
                "lead.class.name;6",
                "lead['class'];6",
                "lead.getClass;6",
                "lead.?email;6",
                "lead.(email);6",
                "lead->email;6",
                "lead.tags[lead.age];11",
                "lead.email.length();18",
                "'a'.length();4",
                "(lead).class;7",
                "System;1",
                "java.lang.System.out;1",
                "Math.PI;1",
                "this;1",
                "new int[9];1",
                "[1, 2][0];7",
                "['a': 1];5",
                "{1, 2};1",
                "lead.email soundslike 'x';12",
                "lead instanceof java.util.Map;6",
                "$;1",
                "@{lead.email};1",
                "eval('1+1');1",
                "matches(lead.email, lead.name);1",
                "1 & 2;3",
                "0x10;2",
                "1e5;2",
                "1L;2",
                "1.5f;4",
                "'\\u0041';2",
                "'open;1",
                "// all;1",
                "1 /* none */;3",
                "();2",
                "(;2",
            })
    void what_the_grammar_does_not_name_is_refused_where_it_stands(String text, int column) {
        ExpressionException refusal = catchThrowableOfType(
                ExpressionException.class, () -> leads.rules().expression(text));

        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.column()).as(refusal.getMessage()).isEqualTo(column);
    }

    @Test
    void two_signs_apart_are_a_double_negation() {
        Scope scope = leads.scope(Map.of("lead", LEAD));

        assertThat(leads.rules()
                        .expression("- -lead.age - -1")
                        .evaluate(scope, leads.at())
                        .text())
                .isEqualTo("31");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void every_escape_is_refused_with_its_column(JsonNode row) {
        String text = row.get("expr").asText();

        ExpressionException refusal = catchThrowableOfType(
                ExpressionException.class, () -> leads.rules().expression(text));

        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.column()).isBetween(1, text.length() + 1);
        assertThat(System.getProperty("lead.canary")).isNull();
    }
}
