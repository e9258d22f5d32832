package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegexAttacksTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Stream<JsonNode> attacks() {
        return Json.lines("/vectors/regex-redos.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_pattern_answers_or_is_refused_in_time(JsonNode row) {
        JsonNode attack = row.path("attack");
        String text = attack.path("prefix").asText()
                + attack.path("pump").asText().repeat(attack.path("repeat").asInt())
                + attack.path("suffix").asText();
        String pattern = row.get("pattern").textValue().replace("\"", "\\\"");
        String template = "{{extract text pattern=\"" + pattern + "\"}}";
        Scope scope = Scope.of((Obj) Value.of(Map.of("text", text)));

        run(template, scope);
        long start = THREADS.getCurrentThreadCpuTime();
        run(template, scope);

        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void a_search_that_takes_too_long_is_a_fault_with_its_place() {
        Scope scope = Scope.of((Obj) Value.of(Map.of("text", "a".repeat(10_000))));

        for (String template :
                new String[] {"{{extract text \"a.*b|a\"}}", "{{replace text \"regexp(a.*b|a)\" \"\"}}"}) {
            assertThatThrownBy(() -> Templates.standard()
                            .compile(template)
                            .evaluate(scope, Rendering.plain(At.utc(Instant.EPOCH))))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("the pattern takes too many steps on a text this long");
        }
    }

    private static void run(String template, Scope scope) {
        try {
            Templates.standard().compile(template).evaluate(scope, Rendering.plain(At.utc(Instant.EPOCH)));
        } catch (TemplateException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
