package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates with their data and what comes out: observed ones, the language itself, and the values that helpers write. */
class RenderCasesTest {

    /** Neighbouring lines of a file, which has too many for a test each. */
    record Page(List<RenderCase> lines) {
        private static final int LENGTH = 30;

        static Stream<Page> of(String resource) {
            List<RenderCase> all =
                    Json.lines(resource).stream().map(RenderCase::new).toList();
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

    static Stream<Page> open() {
        return Page.of("/vectors/render-open.jsonl");
    }

    static Stream<Page> language() {
        return Page.of("/language.jsonl");
    }

    static Stream<Page> values() {
        return Page.of("/values.jsonl");
    }

    @ParameterizedTest
    @MethodSource("open")
    void open_vectors_come_out_as_they_should(Page page) {
        assertThat(page.wrong()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("language")
    void the_language_means_what_handlebars_means(Page page) {
        assertThat(page.wrong()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void numbers_dates_formulas_and_digests_come_out_as_they_should(Page page) {
        assertThat(page.wrong()).isEmpty();
    }
}
