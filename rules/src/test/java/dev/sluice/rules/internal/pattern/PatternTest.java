package dev.sluice.rules.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "512*;5125551234;true",
                "512*;2145125555;false",
                "*@GMAIL.com;ann@gmail.com;true",
                "*@gmail.com;ann@gmail.com.example;false",
                "a?c;ABC;true",
                "a?c;ac;false",
                "*a*b*c*;xxaxxbxxcxx;true",
                "*a*b*c*;xxaxxcxxbxx;false",
                "**;anything;true",
                "(512)*;(512) 555;true",
                "gmail;ann@GMAIL.com;true",
                "gma.l;ann@gmail.com;false",
                "^512;5125551234;true",
                "^512;2145125;false",
                "5555$;2145125555;true",
                "/a.c/;xxABCxx;true",
                "/^ann@/i;Ann@example.com;true",
                "/(?-i)^ann@/;Ann@example.com;false",
                "regexp(^\\d{10}$);5125551234;true",
                "regexp(^\\d{10}$);512555;false",
                "/a\\/b/;xa/bx;true",
                "/A.B/s;a~b;true",
                "/A.B/;a~b;false",
                "/A.B/gius;a~b;true",
                "/^b/m;a~B;true",
                "/^b/;a~B;false",
                "/^b/gy;Ba;true",
                "/^b/is;a~B;false",
                "/b$/ms;xb~a;true",
                "/;a/b;true",
                "//;anything;true",
                "regexp(a.c;xregexp(a.cx;true",
                "regexp(a.c;abc;false",
                "a/b;xA/Bx;true",
                "^;x;true",
                "$5;x;false",
            })
    void patterns_fit_as_they_are_written(String pattern, String text, boolean expected) throws Exception {
        assertThat(Pattern.of(pattern).matches(text.replace('~', '\n'))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at column {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "/(a/;group is not closed;1",
                "/a)/;not opened;2",
                "/[a/;class is not closed;1",
                "/*a/;nothing to repeat;1",
                "/a|*b/;nothing to repeat;3",
                "/a++b/;repeated again;3",
                "/(a)\\1/;back references;4",
                "/(?<=a)b/;looking around;1",
                "/a(?=b)/;looking around;2",
                "/(a{1000}){1000}/;multiply to more than 1000;10",
                "/(a{32}){32}/;multiply to more than 1000;8",
                "/a/x;no flag x;4",
                "/a/iz;no flag z;5",
                "/[z-a]/;no regular expression: invalid character class range;2",
                "/ab\\8/;back references;3",
                "/abc\\y/;no regular expression: invalid escape sequence;4",
            })
    void what_cannot_be_matched_safely_is_refused_with_its_column(String pattern, String fault, int column) {
        assertThatThrownBy(() -> Pattern.of(pattern))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessageContaining(fault)
                .hasMessageContaining("(column " + column + ")");
    }

    @Test
    void bounds_stand_before_compiling() {
        assertThatThrownBy(() -> Pattern.of("/" + "(".repeat(51) + ")".repeat(51) + "/"))
                .hasMessageContaining("at most 50 deep (column 51)");
        assertThatThrownBy(() -> Pattern.of("/" + "a".repeat(1_001) + "/"))
                .hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> Pattern.of("/" + "a{999}".repeat(30) + "/")).hasMessageContaining("too large");
    }

    @Test
    void bounds_let_pass_what_just_fits() throws Exception {
        assertThat(Pattern.of("/" + "(".repeat(50) + "a" + ")".repeat(50) + "/").matches("a"))
                .isTrue();
        assertThat(Pattern.of("/^(a{100}){10}$/").matches("a".repeat(1_000))).isTrue();
        assertThat(Pattern.of("/" + "a".repeat(1_000) + "/").matches("A".repeat(1_000)))
                .isTrue();
    }

    @Test
    void a_text_too_long_for_the_pattern_does_not_match() throws Exception {
        assertThat(Pattern.of("/(?m)^(a{100}){10}/").matches("a".repeat(1 << 20)))
                .isFalse();
        assertThat(Pattern.of("/^(a{100}){10}/").matches("a".repeat(1 << 20))).isTrue();
        assertThat(Pattern.of("/^a/").matches("a".repeat(1 << 20))).isTrue();
    }

    @Test
    void a_glob_gives_up_on_what_nearly_fits_again_and_again() throws Exception {
        Pattern near = Pattern.of("*" + "a".repeat(100) + "b");

        assertThat(near.matches("a".repeat(5_000) + "b")).isTrue();
        assertThat(near.matches("a".repeat(50_000) + "b")).isFalse();
        assertThat(near.matches("c".repeat(3_000_000) + "a".repeat(100) + "b")).isTrue();
        assertThat(Pattern.of("*ab*c*").matches("ab".repeat(100_000) + "c")).isTrue();
    }

    /** The program of RE2/J has an instruction for each character, the start, each end and what is found. */
    @Test
    void a_text_may_be_as_long_as_its_steps_allow() throws Exception {
        Pattern judged = Pattern.of("/(?m)^a{8}/");
        int longest = 500_000 / (11 + 16);

        assertThat(judged.matches("a".repeat(longest))).isTrue();
        assertThat(judged.matches("a".repeat(longest + 1))).isFalse();
    }

    /** What every lead may ask: a list of words, an address, a note of some thousand characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\\b(loan|casino|viagra|lottery|winner)\\b/",
                "/(?m)^note: .*needle$/",
                "/(?s)begin.*(a{1,3}){1,3} needle/",
                "/[[:alpha:]]+ needle$/"
            })
    void ordinary_patterns_find_what_stands_at_the_end_of_a_long_text(String pattern) throws Exception {
        String text = "note: begin " + "lorem ipsum, ".repeat(300) + "winner aaa needle";

        assertThat(Pattern.of(pattern).matches(text)).isTrue();
    }
}
