package dev.sluice.rules.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTest {
    private static final String TEXT = "aAbBcC019_-. \n\t(k";

    private static final List<String> ASCII =
            IntStream.range(0, 128).mapToObj(c -> String.valueOf((char) c)).toList();
    private static final List<String> WORDS = words(4);

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 3_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_it_takes_on_it_answers_as_the_judge(long seed) {
        Random random = new Random(seed);
        String regex = tied(random) + (random.nextInt(3) == 0 ? "|" + tied(random) : "");
        Automaton automaton = Automaton.of(regex);
        if (automaton == null) {
            assertThat(AutomatonParser.parse(regex, new Work(Long.MAX_VALUE)) == null || regex.length() > 10)
                    .as(regex)
                    .isTrue();
            return;
        }
        com.google.re2j.Pattern judge =
                com.google.re2j.Pattern.compile(regex, com.google.re2j.Pattern.CASE_INSENSITIVE);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(TEXT.charAt(random.nextInt(TEXT.length())));
            }
            assertThat(automaton.match(text.toString()))
                    .as("%s on '%s'", regex, text)
                    .isEqualTo(judge.matcher(text).find() ? 1 : 0);
        }
    }

    private static String tied(Random random) {
        return (random.nextInt(3) == 0 ? "^" : "") + expression(random, 3) + (random.nextInt(3) == 0 ? "$" : "");
    }

    private static String expression(Random random, int depth) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String atom = depth > 0 && random.nextInt(4) == 0
                    ? (random.nextBoolean() ? "(" : "(?:") + expression(random, depth - 1) + "|"
                            + expression(random, depth - 1) + ")"
                    : one(
                            random, "a", "B", "1", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "[a-c]", "[^ab]", "[0-9_-]",
                            "\\.", "k", "\\(");
            out.append(atom).append(one(random, "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "{0,2}", "*?", "{0}"));
        }
        return out.toString();
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void every_kind_of_character_is_told_from_all_others() {
        for (String atom : List.of(
                "a",
                "Z",
                "5",
                ".",
                "\\d",
                "\\D",
                "\\w",
                "\\W",
                "\\s",
                "\\S",
                "\\.",
                "\\!",
                "\\~",
                "\\-",
                "\\@",
                "\\`",
                "[a-c]",
                "[A-C]",
                "[^ab]",
                "[0-9_-]",
                "[a-]",
                "[-a]",
                "[^-a]",
                "[\\d.]",
                "[\\w\\]x]",
                "[ -~]",
                "[Z-a]",
                "[!-/]",
                "[:-@]",
                "[^\\s]",
                "[.*+?]",
                "[a^]",
                "[@-{]",
                "[}-\u007f]",
                "[\\[\\]]",
                "!",
                "~",
                "@",
                "\u007f")) {
            same(atom, ASCII);
            same("^" + atom + "$", ASCII);
            same("(?:" + atom + "|q)x", ASCII.stream().map(c -> c + "x").toList());
        }
    }

    @Test
    void every_kind_of_repetition_is_counted_alike() {
        for (String count : List.of(
                "", "*", "+", "?", "*?", "+?", "??", "{2}", "{2}?", "{1,3}", "{2,}", "{0,2}", "{0}", "{0,}", "{1}",
                "{1,1}", "{3,4}", "{0,0}", "{1,}?", "{0,1}", "{4}")) {
            for (String atom : List.of("a", "[ab]", "(ab|c)", "(?:a|)", "(a*b)", "(a?)", "((a|b)c)")) {
                String part = atom + count;
                for (String whole : List.of(
                        part,
                        "^" + part + "$",
                        "^" + part,
                        part + "$",
                        "b" + part + "c",
                        "(" + part + "|b)c",
                        "^" + part + "|c$",
                        "^" + part + "$|^ca",
                        "(?:" + part + "c)+$",
                        "^" + part + "|",
                        "a" + part + "b" + part)) {
                    same(whole, WORDS);
                }
            }
        }
    }

    private static void same(String regex, List<String> texts) {
        Automaton automaton = Automaton.of(regex);
        assertThat(automaton).as(regex).isNotNull();
        com.google.re2j.Pattern judge =
                com.google.re2j.Pattern.compile(regex, com.google.re2j.Pattern.CASE_INSENSITIVE);
        for (String text : texts) {
            assertThat(automaton.match(text))
                    .as("%s on '%s'", regex, text)
                    .isEqualTo(judge.matcher(text).find() ? 1 : 0);
        }
    }

    private static List<String> words(int length) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, i = 0; i < length; i++) {
            int to = words.size();
            for (; from < to; from++) {
                for (String c : List.of("a", "B", "c")) {
                    words.add(words.get(from) + c);
                }
            }
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[2-9]\\d{9}$",
                "^\\d{5}(-\\d{4})?$",
                "^512",
                "^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$",
                "(red|green|blue)",
                "(?i)^ann@",
                "a{1000}",
                "(a{40}){25}",
                "(x{1,10}){1,20}y",
                "x{0,200}x{0,4}y",
                "(a|b)*a(a|b){8}"
            })
    void the_patterns_of_everyday_are_small_enough(String regex) {
        assertThat(Automaton.of(regex)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\bword",
                "(^a)",
                "(a$)b",
                "a^b",
                "(?m)a",
                "a(?i)b",
                "\\pL",
                "[[:alpha:]]",
                "\u00e9",
                "(a|b)*a(a|b){12}",
                "(a|b)*a(a|b){9}",
                "(a?){0,1000}(b?){0,1000}",
                "(.{0,30}[^a]){30}",
                "a{1001}",
                "(a{40}){25}b",
                "a**",
                "a{2",
                "a{x}",
                "a{,2}",
                "a{3,2}",
                "a{1/}",
                "a{1:}",
                "a{2}{2}",
                "a+{2}",
                "[a",
                "[]a]",
                "[^]a]",
                "[b-a]",
                "[a-\\d]",
                "[\\d-z]",
                "[a-[]",
                "[aé]",
                "[a-é]",
                "[\\n]",
                "\\n",
                "\\",
                "a\\",
                "[\\",
                "(a",
                "(?",
                "(?:",
                "(?P<x>a)",
                "a)",
                "a]",
                "}",
                "+a",
                "a|*",
                "(|*)",
                "a(^b)c",
                "(a$)",
                "a$$",
                "^^a"
            })
    void anything_unusual_is_left_to_the_judge(String regex) {
        assertThat(Automaton.of(regex)).isNull();
    }

    @Test
    void text_that_is_not_ascii_is_left_to_the_judge() throws Exception {
        assertThat(Automaton.of("^k")).isNotNull();
        assertThat(Automaton.of("^k").match("\u212a")).isEqualTo(-1);
        assertThat(Pattern.of("/^k/").matches("\u212a")).isTrue();
        assertThat(Pattern.of("/^caf.$/").matches("Caf\u00e9")).isTrue();
    }
}
