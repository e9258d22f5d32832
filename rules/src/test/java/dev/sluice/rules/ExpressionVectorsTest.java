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
import org.junit.jupiter.params.ParameterizedTest;
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
