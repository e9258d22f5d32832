package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The observed cases of parsing, each of which must come out equal. */
class TypeVectorsTest {
    /** Cases that contradict what the documentation promises; README.md of this module has the reasons. */
    private static final Set<String> JUDGED_WRONG = Set.of("boolean-0012", "boolean-0013");

    @TestFactory
    Stream<DynamicTest> every_open_vector_comes_out_equal() {
        return Json.lines("/vectors/types-open.jsonl")
                .filter(vector -> !JUDGED_WRONG.contains(vector.get("id").textValue()))
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").textValue(), () -> verify(vector)));
    }

    private static void verify(JsonNode vector) {
        JsonNode actual = Vector.parse(vector);
        JsonNode expected = vector.get("expect");

        assertThat(Json.covers(actual, expected))
                .as("%s%n expected %s%n actual   %s", vector.get("input"), expected, actual)
                .isTrue();
    }
}
