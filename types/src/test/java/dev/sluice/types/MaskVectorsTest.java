package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The observed cases of masking. */
class MaskVectorsTest {
    @TestFactory
    Stream<DynamicTest> every_open_vector_comes_out_equal() {
        return Json.lines("/vectors/mask-open.jsonl")
                .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> verify(vector)));
    }

    private static void verify(JsonNode vector) {
        boolean typed = vector.get("kind").textValue().equals("typed");
        Value value = typed ? Vector.typed(vector) : Json.value(vector.get("input"));
        JsonNode actual = Json.of(Masking.of(value));

        assertThat(Json.covers(actual, vector.get("expect")) && (typed || Json.covers(vector.get("expect"), actual)))
                .as("%s", actual)
                .isTrue();
    }
}
