package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack gets an answer or a refusal in time, however the pattern is written. */
class RegexAttacksTest {
    private static final Duration LIMIT = Duration.ofMillis(50);
    private final Leads leads = new Leads();

    static Stream<JsonNode> attacks() {
        return Json.lines("regex-redos.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void answers_in_time(JsonNode row) {
        JsonNode attack = row.get("attack");
        String text = attack.isNull()
                ? "aaaaaaaaaaaa"
                : attack.get("prefix").asText()
                        + attack.get("pump")
                                .asText()
                                .repeat(attack.get("repeat").asInt())
                        + attack.get("suffix").asText();

        for (String pattern : new String[] {
            row.get("pattern").asText(), "/" + row.get("pattern").asText() + "/"
        }) {
            Duration best = LIMIT.multipliedBy(1_000);
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                leads.rules()
                        .compile(Conditions.field("lead.text").matchesPattern(pattern))
                        .decide(leads.scope(Map.of("lead", Map.of("text", text))), leads.at());
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                best = took.compareTo(best) < 0 ? took : best;
            }
            assertThat(best)
                    .as(pattern.length() > 60 ? "long pattern" : pattern)
                    .isLessThan(LIMIT);
        }
    }
}
