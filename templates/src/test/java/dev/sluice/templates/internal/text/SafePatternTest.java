package dev.sluice.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafePatternTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "[0-9]+, a1b22c, #, a#b#c",
                "/[A-C]/i, abcd, #, ###d",
                "/a/g, aAa, #, #A#",
                "/a/u, aAa, #, #A#",
                "a, aAa, #, #A#",
                "(.)(.), abcd, $2$1, badc",
                "b, abc, [$&], a[b]c",
                "b, abc, $$, a$c",
                "b, abc, $1, a$1c",
                "(b), abc, $0$2, a$0$2c",
                "(x)?b, abc, <$1>, a<>c",
                "b, abc, $, a$c",
                "/, a/b, #, a#b"
            })
    void matches_are_replaced_with_groups_where_the_replacement_names_them(
            String pattern, String text, String replacement, String result) {
        assertThat(SafePattern.of(pattern).replaceAll(text, replacement)).isEqualTo(result);
    }

    @Test
    void flags_say_what_lines_and_dots_mean() {
        assertThat(SafePattern.of("/^b$/m").replaceAll("a\nb", "#")).isEqualTo("a\n#");
        assertThat(SafePattern.of("/^b$/").replaceAll("a\nb", "#")).isEqualTo("a\nb");
        assertThat(SafePattern.of("/a.b/s").replaceAll("a\nb", "#")).isEqualTo("#");
        assertThat(SafePattern.of("/a.b/").replaceAll("a\nb", "#")).isEqualTo("a\nb");
        assertThatThrownBy(() -> SafePattern.of("/a/x")).hasMessage("the pattern has an unknown flag x");
    }

    @Test
    void every_match_is_found_or_its_first_group() {
        assertThat(SafePattern.of("[0-9]+").findAll("a1b22")).containsExactly("1", "22");
        assertThat(SafePattern.of("([a-z])[0-9]+").findAll("a1b22")).containsExactly("a", "b");
        assertThat(SafePattern.of("(x)?[0-9]").findAll("1x2")).containsExactly("x");
        assertThat(SafePattern.of("z").findAll("a")).isEmpty();
    }

    @Test
    void a_pattern_that_is_none_or_too_large_is_refused_with_the_reason() {
        assertThatThrownBy(() -> SafePattern.of("(")).hasMessageStartingWith("the pattern cannot be read: ");
        assertThat(SafePattern.of("a".repeat(500)).findAll("a")).isEmpty();
        assertThatThrownBy(() -> SafePattern.of("a".repeat(501)))
                .hasMessage("the pattern is longer than 500 characters");
        assertThat(SafePattern.of("(".repeat(20) + "a" + ")".repeat(20)).findAll("a"))
                .containsExactly("a");
        assertThatThrownBy(() -> SafePattern.of("(".repeat(21) + "a" + ")".repeat(21)))
                .hasMessage("the pattern nests groups deeper than 20");
        assertThat(SafePattern.of("(a{1,100}){0,10}").findAll("b")).isEmpty();
        assertThatThrownBy(() -> SafePattern.of("((a{100}){100}){2}"))
                .hasMessage("the pattern's counted repeats multiply to more than 10000");
    }

    @Test
    void a_pattern_too_deep_for_the_stack_is_refused() {
        assertThat(SafePattern.of("(x?){490}").findAll("xx")).isNotEmpty();
        assertThatThrownBy(() -> SafePattern.of("(x?x?x?x?){500}"))
                .hasMessage("the pattern is too large when its counted repeats are written out");
        assertThatThrownBy(() -> SafePattern.of("(" + "a".repeat(490) + "){409}"))
                .hasMessage("the pattern is too large when its counted repeats are written out");
    }

    /** After each match the search begins anew, and may read to the end of the text again. */
    @Test
    void a_search_that_begins_again_and_again_is_given_up() {
        SafePattern pattern = SafePattern.of("a.*b|a");

        assertThat(pattern.findAll("a".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> pattern.findAll("a".repeat(10_000)))
                .hasMessage("the pattern takes too many steps on a text this long");
        assertThatThrownBy(() -> pattern.replaceAll("a".repeat(10_000), "b"))
                .hasMessage("the pattern takes too many steps on a text this long");
        assertThat(SafePattern.of("[0-9]+|[a-z]+").findAll("ab 12 ".repeat(1_600)))
                .hasSize(3_200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "abc|0|1",
                "(a)(b)|1|1",
                "((a))|2|1",
                "\\(a|0|1",
                "a{3}|0|3",
                "a{2,30}b{4}|0|120",
                "a{,}|0|1",
                "a{0}|0|1",
                "a{99999999999999}|0|1000000000",
                "a{1000000}b{1000000}|0|1000000000",
                "\\{9}|0|1",
                "a{12|0|12"
            })
    void the_size_counts_groups_and_multiplies_repeats(String pattern, int nesting, long repeats) {
        assertThat(PatternSize.of(pattern)).isEqualTo(new PatternSize(nesting, repeats));
    }
}
