package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every attack gets an answer or a refusal in time, however the pattern is written. Time is processor time; what it may be
 * is 50 ms, or on a slower machine some times what a fixed amount of the same work takes there.
 */
class RegexAttacksTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Duration LIMIT = limit();

    private final Leads leads = new Leads();

    /** A million instructions of the judge of patterns, twice what one match may take: 10 ms where this was written. */
    private static Duration limit() {
        com.google.re2j.Pattern work = com.google.re2j.Pattern.compile("(x?){50}x{50}y");
        String text = "x".repeat(1_000_000 / work.programSize());
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            assertThat(work.matcher(text).find()).isFalse();
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return Duration.ofNanos(Math.max(50_000_000, 10 * best));
    }

    static Stream<JsonNode> attacks() {
        return Json.lines("regex-redos.jsonl").stream();
    }

    /** Lines of {@code pattern | pump | suffix}. */
    static Stream<String> wellKnown() {
        return Json.text("regex-attacks.txt").lines();
    }

    @ParameterizedTest
    @MethodSource("wellKnown")
    void answers_in_time_however_long_the_text(String row) {
        String[] parts = row.split(" \\| ");
        for (int length : new int[] {50, 5_000, 100_000, 1 << 20}) {
            String pump = parts[1].replace('_', ' ');
            String text = pump.repeat(length / pump.length()) + parts[2];

            assertThat(fastest("/" + parts[0] + "/", text)).as(row).isLessThan(LIMIT);
        }
    }

    /** Texts that nearly fit at every place, for the patterns that are no regular expressions. */
    @ParameterizedTest
    @ValueSource(strings = {"*%sb", "*%sb*", "%sb", "*%1$sb*%1$sc", "?*%sb", "*?%sb?*"})
    void globs_and_plain_texts_answer_in_time_too(String form) {
        for (int length : new int[] {20, 500, 5_000}) {
            String pattern = String.format(form, "a".repeat(length));

            assertThat(fastest(pattern, "a".repeat(1 << 20))).as(form).isLessThan(LIMIT);
        }
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
            assertThat(fastest(pattern, text))
                    .as(pattern.length() > 60 ? "long pattern" : pattern)
                    .isLessThan(LIMIT);
        }
    }

    /** In processor time, since the machine may be busy: of five rounds the fastest, and one is enough when it is fast. */
    private Duration fastest(String pattern, String text) {
        Duration best = LIMIT;
        for (int round = 0; round < 5 && best.compareTo(LIMIT) >= 0; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            leads.rules()
                    .compile(Conditions.field("lead.text").matchesPattern(pattern))
                    .decide(leads.scope(Map.of("lead", Map.of("text", text))), leads.at());
            best = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
