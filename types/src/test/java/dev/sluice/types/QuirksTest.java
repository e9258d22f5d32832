package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that were observed elsewhere and judged wrong are not given here. */
class QuirksTest {
    /** Here only the way to the answer was wrong, the answer itself is right. */
    private static final Set<String> RIGHT_ANSWERS = Set.of("\"a@b\"@example.com", "12mo-24mo");

    @TestFactory
    Stream<DynamicTest> no_wrong_answer_is_repeated() {
        return Json.lines("/vectors/types-quirks.jsonl")
                .filter(quirk -> !quirk.has("op"))
                .filter(quirk -> !RIGHT_ANSWERS.contains(quirk.get("input").asText()))
                .map(quirk -> DynamicTest.dynamicTest(
                        quirk.get("type").textValue() + " " + quirk.get("input"), () -> verify(quirk)));
    }

    private static void verify(JsonNode quirk) {
        JsonNode actual = Vector.parse(quirk);
        ObjectNode wrong = quirk.get("peer").deepCopy();
        wrong.remove("raw");

        assertThat(Json.covers(actual, wrong))
                .as("%s: %s", quirk.get("why"), actual)
                .isFalse();
    }
}
