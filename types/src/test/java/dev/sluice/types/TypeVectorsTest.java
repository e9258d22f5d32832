package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The observed cases of parsing, each of which must come out equal. */
class TypeVectorsTest {
    /** Cases that contradict what the documentation promises; README.md of this module has the reasons. */
    private static final Set<String> JUDGED_WRONG = Set.of("boolean-0012", "boolean-0013");

    private static Stream<JsonNode> vectors() {
        return Json.lines("/vectors/types-open.jsonl");
    }

    static Stream<String> types() {
        return vectors().map(vector -> vector.get("type").textValue()).distinct();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_open_vector_comes_out_equal(String type) {
        List<String> wrong = vectors()
                .filter(vector -> vector.get("type").textValue().equals(type))
                .filter(vector -> !JUDGED_WRONG.contains(vector.get("id").textValue()))
                .filter(vector -> !Json.covers(Vector.parse(vector), vector.get("expect")))
                .map(vector -> vector.get("id") + " " + vector.get("input") + ": " + Vector.parse(vector))
                .toList();

        assertThat(wrong).isEmpty();
    }
}
