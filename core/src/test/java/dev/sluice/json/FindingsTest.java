package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
    static Stream<Corpus.Row> rows() {
        return Corpus.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everything_wrong_is_found_at_its_place_and_nothing_else(Corpus.Row row) {
        List<String> found = row.findings().stream()
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.pointer())
                .toList();

        assertThat(found).containsExactlyElementsOf(row.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_finding_says_something_on_one_line(Corpus.Row row) {
        assertThat(row.findings()).extracting(Finding::text).allSatisfy(text -> assertThat(text)
                .hasSizeGreaterThan(15)
                .hasSizeLessThan(600)
                .doesNotContain("\n"));
    }
}
