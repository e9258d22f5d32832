package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvalVectorsTest {

    static Stream<JsonNode> vectors() {
        return Json.lines("eval-open.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_gets_its_decision(JsonNode vector) {
        Leads leads = new Leads();
        vector.path("types")
                .properties()
                .forEach(type -> leads.field(type.getKey(), type.getValue().asText()));
        if (vector.has("now")) {
            leads.at(vector.get("now").asText(), "UTC");
        }
        Scope scope = leads.scope((Obj) Json.value(vector.get("vars")));

        CompiledRules rules = leads.rules().compile(Json.condition(vector.get("rule")));

        assertThat(rules.decide(scope, leads.at()).passed())
                .isEqualTo(vector.get("expect").get("passed").asBoolean());
        assertThat(rules.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
