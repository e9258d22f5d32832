package dev.sluice.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("steps", "sources", "pricing", "id");

    @ParameterizedTest
    @CsvSource({"stpes,steps", "STEPS,steps", "source,sources", "prcing,pricing", "ids,id", "stepsss,steps"})
    void a_few_slips_are_seen_through(String slip, String meant) {
        assertThat(Nearest.to(slip, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"moon", "x", "acceptance"})
    void what_resembles_nothing_has_no_nearest_name(String word) {
        assertThat(Nearest.to(word, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a,a,0", "ab,ba,1", "ab,abc,1", "abc,ac,1", "abc,adc,1", "kitten,sitting,3", "'',abc,3"})
    void slips_are_counted(String one, String other, int slips) {
        assertThat(Nearest.distance(one, other)).isEqualTo(slips);
    }

    @Test
    void very_long_words_are_not_compared() {
        assertThat(Nearest.to("x".repeat(10_000_000), KNOWN)).isEmpty();
    }

    @Test
    void advice_names_one_or_all() {
        assertThat(Nearest.advice("stpes", KNOWN)).isEqualTo("did you mean 'steps'?");
        assertThat(Nearest.advice("moon", KNOWN)).isEqualTo("known are steps, sources, pricing, id");
        assertThat(Nearest.advice("moon", List.of())).isEqualTo("none are known here");
    }
}
