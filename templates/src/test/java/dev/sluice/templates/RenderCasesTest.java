package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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

    /** Neighbouring lines of the file of numbers, dates, formulas and digests, which has too many for a test each. */
    record Page(List<RenderCase> lines) {
        private static final int LENGTH = 50;

        static Stream<Page> of(List<RenderCase> all) {
            return IntStream.iterate(0, from -> from < all.size(), from -> from + LENGTH)
                    .mapToObj(from -> new Page(all.subList(from, Math.min(from + LENGTH, all.size()))));
        }

        List<String> wrong() {
            return lines.stream()
                    .filter(line -> !line.actual().equals(line.expected()))
                    .map(line -> line + ": " + line.actual() + " instead of " + line.expected())
                    .toList();
        }

        @Override
        public String toString() {
            return "from " + lines.get(0);
        }
    }

    static Stream<Page> values() {
        return Page.of(Json.lines("/values.jsonl").stream().map(RenderCase::new).toList());
    }

    @ParameterizedTest
    @MethodSource("values")
    void numbers_dates_formulas_and_digests_come_out_as_they_should(Page page) {
        assertThat(page.wrong()).isEmpty();
    }
}
