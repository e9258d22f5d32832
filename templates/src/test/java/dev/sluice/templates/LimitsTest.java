package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void every_limit_is_at_least_one() {
        assertThat(new Limits(1, 1, 1, 1, 1).depth()).isEqualTo(1);
        int[][] wrong = {{0, 1, 1, 1, 1}, {1, 0, 1, 1, 1}, {1, 1, 0, 1, 1}, {1, 1, 1, 0, 1}, {1, 1, 1, 1, 0}};
        for (int[] limits : wrong) {
            assertThatThrownBy(() -> new Limits(limits[0], limits[1], limits[2], limits[3], limits[4]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String fault(String template) {
        Map<String, Object> data = Map.of("long", "y".repeat(10_001), "many", Collections.nCopies(40, 1));
        try {
            return "text "
                    + Templates.standard()
                            .compile(template)
                            .render(Scope.of((Obj) Value.of(data)), Rendering.plain(At.utc(Instant.EPOCH)));
        } catch (TemplateException fault) {
            return fault.getMessage();
        }
    }

    @Test
    void what_is_too_long_or_too_deep_is_refused_with_the_limit() {
        assertThat(fault("{{math \"" + "1+".repeat(999) + "1\"}}")).isEqualTo("text 1000");
        assertThat(fault("{{math \"" + "1+".repeat(1_000) + "1\"}}")).contains("longer than 2000 characters");
        assertThat(fault("{{math \"" + "(".repeat(20) + "1" + ")".repeat(20) + "\"}}"))
                .isEqualTo("text 1");
        assertThat(fault("{{math \"" + "(".repeat(60) + "1" + ")".repeat(60) + "\"}}"))
                .contains("deeper than 50");
        assertThat(fault("{{math \"" + "-".repeat(60) + "1\"}}")).contains("deeper than 50");
        assertThat(fault("{{math \"" + "9".repeat(100) + "\"}}")).startsWith("text ");
        assertThat(fault("{{math \"" + "9".repeat(101) + "\"}}")).contains("more than 100 digits");
        assertThat(fault("{{extract long pattern=\"y+\"}}")).contains("more than 10000 characters");
        assertThat(fault("{{format 5 \"" + "0".repeat(4_001) + "\"}}")).contains("longer than 4000 characters");
        assertThat(fault("{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}")).contains("deeper than 32");
        assertThat(fault("{{> nobody}}")).contains("nobody");
        assertThat(fault("{{#if a}}" + "{{#if a}}".repeat(40))).contains("32");
    }

    @Test
    void the_limits_of_a_host_count() {
        Templates few = Templates.standard().limits(new Limits(100, 3, 5, 20, 10));
        Scope data =
                Scope.of((Obj) Value.of(Map.of("five", Collections.nCopies(5, 1), "six", Collections.nCopies(6, 1))));
        Rendering plain = Rendering.plain(At.utc(Instant.EPOCH));

        assertThat(few.compile("{{#each five}}x{{/each}}").render(data, plain)).isEqualTo("xxxxx");
        assertThatThrownBy(() -> few.compile("{{#each six}}x{{/each}}").render(data, plain))
                .isInstanceOf(TemplateException.class);
        assertThat(few.compile("{{#each five}}xx{{/each}}").render(data, plain)).hasSize(10);
        assertThatThrownBy(() -> few.compile("{{#each five}}xxx{{/each}}").render(data, plain))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> few.compile("{{#each five}}{{#each ../five}}{{a}}{{/each}}{{/each}}")
                        .render(data, plain))
                .isInstanceOf(TemplateException.class);
        assertThat(few.compile("x".repeat(10)).render(data, plain)).hasSize(10);
        assertThatThrownBy(() -> few.compile("x".repeat(101))).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> few.compile("{{#if a}}{{#if a}}{{#if a}}{{#if a}}{{/if}}{{/if}}{{/if}}{{/if}}"))
                .isInstanceOf(TemplateException.class);
        assertThat(few.compile("{{#if a}}{{#if a}}{{/if}}{{/if}}").render(data, plain))
                .isEmpty();
    }

    @Test
    void the_defaults_are_those_that_are_written_down() {
        assertThat(Limits.standard()).isEqualTo(new Limits(65_536, 32, 1_000, 100_000, 1_048_576));
    }
}
