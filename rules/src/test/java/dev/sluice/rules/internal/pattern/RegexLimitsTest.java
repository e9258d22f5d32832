package dev.sluice.rules.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLimitsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``;1",
                "a;2",
                "ab;3",
                "a|b;4",
                "(a);4",
                "a*;3",
                "a+?;3",
                "a{3};5",
                "a{2,3};5",
                "a{3,};5",
                "a{1};3",
                "a{0};3",
                "a{2}?;4",
                "a{3}b;6",
                "(ab){2};10",
                "(ab)+;6",
                "((a)b){2};14",
                "[a-z];2",
                "[]a];2",
                "[^]a];2",
                "[]];2",
                "[^]];2",
                "[[:alpha:]x]y;3",
                "[[:x]y;3",
                "[\\]]y;3",
                "[a\\]]y;3",
                "\\Qa*b\\E;9",
                "\\Qa*b\\Ec;10",
                "\\Qab;6",
                "\\Q\\E;6",
                "\\d;2",
                "\\da;3",
                "\\0;2",
                "\\;2",
                "a{;3",
                "a{x};5",
                "a{x}*;6",
                "a{};4",
                "a{1x};6",
                "a{1/};6",
                "a{1:};6",
                "a{1234567};11",
                "a+{x};6",
                "a+{;4",
                "a}{2};5",
                "(?i)a;4",
                "(?i:a);4",
                "(?:a)b;5",
                "(?P<n>a)b;5",
                "(?i;0",
                "(?:;0",
            })
    void a_pattern_is_as_large_as_its_counts_make_it(String pattern, int size) throws InvalidPatternException {
        if (size == 0) {
            assertThatThrownBy(() -> RegexLimits.size(pattern)).hasMessage("a group is not closed (column 1)");
        } else {
            assertThat(RegexLimits.size(pattern)).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a{2}{3};what is repeated cannot be repeated again without a group (column 5)",
                "a{2}{3,};what is repeated cannot be repeated again without a group (column 5)",
                "a**;what is repeated cannot be repeated again without a group (column 3)",
                "a*?+;what is repeated cannot be repeated again without a group (column 4)",
                "a?{2};what is repeated cannot be repeated again without a group (column 3)",
                "(*a);there is nothing to repeat (column 2)",
                "a|+;there is nothing to repeat (column 3)",
                "(?:*a);there is nothing to repeat (column 4)",
                "{2};there is nothing to repeat (column 1)",
                "a((b);a group is not closed (column 2)",
                "(a)(b;a group is not closed (column 4)",
                "x[a;a character class is not closed (column 2)",
                "[];a character class is not closed (column 1)",
                "[^];a character class is not closed (column 1)",
                "[a\\];a character class is not closed (column 1)",
                "a\\9;back references cannot be matched in linear time (column 2)",
                "\\k<n>;back references cannot be matched in linear time (column 1)",
                "a(?!b);looking around cannot be matched in linear time (column 2)",
                "(?<!a);looking around cannot be matched in linear time (column 1)",
                "(?>a);looking around cannot be matched in linear time (column 1)",
                "(a{10}){101};counts multiply to more than 1000 (column 8)",
                "((a{3})b){334};counts multiply to more than 1000 (column 10)",
                "(a{3}b){334};counts multiply to more than 1000 (column 8)",
                "(a{2}b{3}c{2}){334};counts multiply to more than 1000 (column 15)",
                "a{1001};counts multiply to more than 1000 (column 2)",
                "a{5,1001};counts multiply to more than 1000 (column 2)",
                "((a{10})*){101};counts multiply to more than 1000 (column 11)",
            })
    void what_goes_too_far_is_refused_where_it_stands(String pattern, String fault) {
        assertThatThrownBy(() -> RegexLimits.size(pattern))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessage(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(a{10}){100};", "((a{3})b){222};", "(a{3}){2}b{1000};", "a{1000};", "((a{10}){10}){10};"})
    void counts_that_just_fit_are_let_pass(String pattern) throws InvalidPatternException {
        assertThat(RegexLimits.size(pattern)).isPositive();
    }

    @Test
    void the_bounds_of_size_and_length_are_exact() throws InvalidPatternException {
        String nearly = "a{999}";
        assertThat(RegexLimits.size(nearly + "a{998}")).isEqualTo(2_000);
        assertThatThrownBy(() -> RegexLimits.size(nearly + "a{999}"))
                .hasMessage("the pattern is too large when its counts are written out (column 7)");
        assertThatThrownBy(() -> RegexLimits.size(nearly + "a{998}b"))
                .hasMessage("the pattern is too large when its counts are written out (column 13)");
        assertThatThrownBy(() -> RegexLimits.size(nearly + "a{998}(b)")).hasMessageContaining("too large");
        assertThatThrownBy(() -> RegexLimits.size(nearly + "a{998}|")).hasMessageContaining("too large");
        assertThatThrownBy(() -> RegexLimits.size(nearly + "a{998}\\Qb")).hasMessageContaining("too large");
        assertThat(RegexLimits.size("b".repeat(1_000))).isEqualTo(1_001);
        assertThatThrownBy(() -> RegexLimits.size("b".repeat(1_001)))
                .hasMessage("a pattern has at most 1000 characters (column 1001)");
    }
}
