package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderCasesTest {

    static Stream<RenderCase> open() {
        return Json.lines("/vectors/render-open.jsonl").stream().map(RenderCase::new);
    }

    static Stream<RenderCase> language() {
        return Json.lines("/language.jsonl").stream().map(RenderCase::new);
    }

    @ParameterizedTest
    @MethodSource("open")
    void open_vectors_come_out_as_they_should(RenderCase line) {
        assertThat(line.actual()).isEqualTo(line.expected());
    }

    @ParameterizedTest
    @MethodSource("language")
    void the_language_means_what_handlebars_means(RenderCase line) {
        assertThat(line.actual()).isEqualTo(line.expected());
    }

    static Stream<RenderCase> values() {
        return Json.lines("/values.jsonl").stream().map(RenderCase::new);
    }

    @ParameterizedTest
    @MethodSource("values")
    void numbers_dates_formulas_and_digests_come_out_as_they_should(RenderCase line) {
        assertThat(line.actual()).isEqualTo(line.expected());
    }
}
