package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that were observed elsewhere and judged wrong are not given here. */
class QuirksTest {
    /** Here only the way to the answer was wrong, the answer itself is right. */
    private static final Set<String> RIGHT_ANSWERS = Set.of("\"a@b\"@example.com", "12mo-24mo");

    private static Stream<JsonNode> quirks() {
        return Json.lines("/vectors/types-quirks.jsonl")
                .filter(quirk -> !quirk.has("op"))
                .filter(quirk -> !RIGHT_ANSWERS.contains(quirk.get("input").asText()));
    }

    static Stream<String> types() {
        return quirks().map(quirk -> quirk.get("type").textValue()).distinct();
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_wrong_answer_is_repeated(String type) {
        List<String> repeated = quirks().filter(
                        quirk -> quirk.get("type").textValue().equals(type))
                .filter(QuirksTest::isRepeated)
                .map(quirk -> quirk.get("input") + ": " + quirk.get("why"))
                .toList();

        assertThat(repeated).isEmpty();
    }

    private static boolean isRepeated(JsonNode quirk) {
        ObjectNode wrong = quirk.get("peer").deepCopy();
        wrong.remove("raw");
        return Json.covers(Vector.parse(quirk), wrong);
    }
}
