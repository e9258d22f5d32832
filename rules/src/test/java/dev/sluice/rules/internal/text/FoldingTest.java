package dev.sluice.rules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.internal.check.FoldedSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc;abc",
                "ABC;abc",
                " aBc\t;abc",
                "  x;x",
                "AZaz;azaz",
                "@[`{;@[`{",
                "ÄÖÜ;äöü",
                "ΣΑΣ;σασ",
                "ſ;s",
                "K;k",
            })
    void cases_and_outer_white_space_do_not_count(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(Folding.same(text, folded)).isTrue();
        assertThat(Folding.hash(text)).isEqualTo(folded.hashCode());
        assertThat(Folding.same("x" + text, folded)).isFalse();
    }

    @Test
    void a_text_of_white_space_is_empty() {
        assertThat(Folding.fold(" \t ")).isEmpty();
        assertThat(Folding.same("  ", "")).isTrue();
        assertThat(Folding.same("", "")).isTrue();
        assertThat(Folding.same("ab", "abc")).isFalse();
        assertThat(Folding.same("abd", "abc")).isFalse();
    }

    @Test
    void whole_keeps_white_space() {
        assertThat(Folding.whole(" A b ")).isEqualTo(" a b ");
    }

    @Test
    void a_set_finds_texts_as_spelled_and_in_any_case() {
        FoldedSet set = FoldedSet.of(List.of("TX", "New York", " Ohio ", "", "aa", "bB", "TX"));

        assertThat(List.of("TX", "tx", " Tx ", "new york", "NEW YORK", "Ohio", "OHIO", " Ohio ", "", "  ", "AA", "Bb"))
                .allMatch(set::contains);
        assertThat(List.of("T X", "NewYork", "Ohi", "a", "b", "C")).noneMatch(set::contains);
    }

    @Test
    void texts_of_the_same_hash_are_told_apart() {
        FoldedSet set = FoldedSet.of(List.of("aa", "bB", "AaAa"));

        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(List.of("Aa", "BB", "aaaa")).allMatch(set::contains);
        assertThat(List.of("AaBB", "BBBB", "c#")).noneMatch(set::contains);
    }

    @Test
    void a_full_set_still_ends_its_searches() {
        List<String> many = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> "v" + i)
                .toList();
        FoldedSet set = FoldedSet.of(many);

        assertThat(many).allMatch(set::contains);
        assertThat(set.contains("v1000")).isFalse();
    }
}
