package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No template can hang, eat memory, or reach anything but the data. */
class AbuseTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration BOUND = Duration.ofMillis(50);
    private static final Rendering HTML = new Rendering(At.utc(Instant.EPOCH), Escape.HTML);
    private static final Rendering JSON = new Rendering(At.utc(Instant.EPOCH), Escape.JSON);
    private static final String HOSTILE = "Ann\",\"admin\":\"1";

    static Stream<JsonNode> rows() {
        return Json.lines("/vectors/template-abuse.jsonl").stream();
    }

    private static Scope data() {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("first_name", HOSTILE);
        lead.put("email", "<script>alert(1)</script>");
        lead.put("date", "2026-03-15");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("lead", lead);
        all.put("big", Collections.nCopies(300, 1));
        all.put("huge", Collections.nCopies(100_000, "x"));
        all.put("long", "y".repeat(1_000_000));
        return Scope.of((Obj) Value.of(all));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void open_rows_end_within_time_and_limits(JsonNode row) {
        String template = row.get("template").textValue();
        String expect = row.get("expect").textValue();

        String outcome = outcome(template, HTML);

        if (expect.equals("empty")) {
            assertThat(outcome).isEmpty();
        } else if (expect.startsWith("refused") || expect.startsWith("typed error") || expect.contains("limit")) {
            assertThat(outcome).startsWith("error ");
        } else {
            assertThat(outcome.length()).isLessThanOrEqualTo(Limits.standard().output());
        }
    }

    /** The text, or the error; warmed by one run, then timed by the processor's clock, which other work does not touch. */
    private static String outcome(String template, Rendering rendering) {
        Scope scope = data();
        String outcome = run(template, scope, rendering);
        long start = THREADS.getCurrentThreadCpuTime();
        run(template, scope, rendering);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
        return outcome;
    }

    private static String run(String template, Scope scope, Rendering rendering) {
        try {
            return Templates.standard().compile(template).render(scope, rendering);
        } catch (TemplateException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            return "error " + e.getMessage();
        }
    }

    @Test
    void a_value_cannot_add_a_member_to_json() {
        String text = outcome("{\"a\":\"{{lead.first_name}}\"}", JSON);

        assertThat(Json.read(text).size()).isEqualTo(1);
        assertThat(Json.read(text).get("a").textValue()).isEqualTo(HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#each huge}}x{{/each}}",
                "{{#each big}}{{#each ../big}}{{#each ../../big}}{{/each}}{{/each}}{{/each}}",
                "{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}",
                "{{#*inline \"a\"}}{{> b}}{{> b}}{{/inline}}{{#*inline \"b\"}}{{> a}}{{> a}}{{/inline}}{{> a}}",
                "{{#> a}}{{#*inline \"a\"}}{{> @partial-block}}{{/inline}}{{> a}}{{/a}}",
                "{{long}}{{long}}",
                "{{#each big}}{{../long}}{{/each}}",
                "{{math \"((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))\"}}",
                "{{extract long pattern=\"((a{100}){100}){100}\"}}",
                "{{extract long pattern=\"(((((((((((((((((((((((((a)))))))))))))))))))))))))\"}}",
            })
    void what_would_run_away_meets_a_limit(String template) {
        assertThat(outcome(template, HTML)).startsWith("error ");
    }

    static List<String> deep() {
        return List.of(
                "{{#if lead}}".repeat(5_000) + "x" + "{{/if}}".repeat(5_000),
                "{{uppercase " + "(uppercase ".repeat(5_000) + "lead.email" + ")".repeat(5_000) + "}}",
                "{{".repeat(30_000),
                "{{#if a}}x{{else if b}}".repeat(3_000),
                "x".repeat(65_537),
                "{{lead.".repeat(9_000),
                "{{" + "a.".repeat(20_000) + "a}}",
                "{{" + "../".repeat(20_000) + "a}}",
                "{{!--".repeat(10_000),
                "{{{{a}}}}".repeat(7_000),
                "{{math \"" + "-".repeat(5_000) + "1\"}}",
                "{{math \"" + "1^".repeat(900) + "1\"}}",
                "{{#each big as |" + "a ".repeat(20_000) + "|}}{{/each}}");
    }

    @ParameterizedTest
    @MethodSource("deep")
    void size_alone_breaks_nothing(String template) {
        assertThatCode(() -> outcome(template, HTML)).doesNotThrowAnyException();
    }

    @Test
    void a_long_chain_of_conditions_is_no_depth() {
        String chain = "{{#if a}}0" + "{{else if b}}1".repeat(2_000) + "{{else}}2{{/if}}";

        assertThat(outcome(chain, HTML)).isEqualTo("2");
    }

    @Test
    void nothing_beyond_the_data_can_be_read() {
        for (String path :
                List.of("class", "getClass", "lead.class", "lead.email.bytes", "this.shape", "lead.hashCode")) {
            assertThat(outcome("x{{" + path + "}}", HTML)).isEqualTo("x");
        }
    }

    @Test
    void an_absent_key_never_shows_the_whole_lead() {
        assertThat(outcome("x{{lookup lead \"absent\"}}", HTML)).isEqualTo("x");
        assertThat(outcome("x{{lookup lead nothing}}", HTML)).isEqualTo("x");
    }

    @Test
    void a_value_is_never_a_template() {
        Scope scope = Scope.of((Obj) Value.of(Map.of("a", "{{b}}", "b", "secret")));

        assertThat(Templates.standard().compile("{{a}} {{uppercase a}}").render(scope, HTML))
                .isEqualTo("{{b}} {{B}}");
    }

    @Test
    void a_value_is_escaped_once() {
        assertThat(outcome("{{lead.email}}{{uppercase lead.email}}", HTML))
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt;&lt;SCRIPT&gt;ALERT(1)&lt;/SCRIPT&gt;");
    }
}
