package dev.sluice.distribution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private Rotation.State state = Rotation.State.START;

    private String turn(List<Candidate> candidates) {
        return turn(candidates, 1);
    }

    private String turn(List<Candidate> candidates, int places) {
        Rotation.Turn turn = Rotation.next(candidates, state, places);
        Map<String, Long> positions = new HashMap<>(state.positions());
        positions.putAll(turn.positions());
        state = new Rotation.State(turn.now(), positions);
        return turn.order().stream().limit(places).map(Candidate::id).collect(joining());
    }

    private String turns(int count, Candidate... candidates) {
        StringBuilder firsts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            firsts.append(turn(List.of(candidates)));
        }
        return firsts.toString();
    }

    @Test
    void equal_candidates_take_turns_in_their_order() {
        assertThat(turns(7, Candidate.of("a"), Candidate.of("b"), Candidate.of("c")))
                .isEqualTo("abcabca");
    }

    @Test
    void several_places_are_several_turns() {
        List<Candidate> all = List.of(Candidate.of("a"), Candidate.of("b"), Candidate.of("c"));

        assertThat(turn(all, 2) + turn(all, 2) + turn(all, 2)).isEqualTo("abcabc");
        assertThat(turn(all, 5)).isEqualTo("abc");
    }

    @Test
    void who_is_away_gives_no_neighbour_a_double_turn_and_saves_none_up() {
        Candidate a = Candidate.of("a");
        Candidate b = Candidate.of("b");
        Candidate c = Candidate.of("c");

        assertThat(turns(6, a, c)).isEqualTo("acacac");
        assertThat(turns(9, a, b, c)).isEqualTo("babcabcab");
    }

    @Test
    void a_heavy_candidate_is_spread_among_the_others() {
        assertThat(turns(14, Candidate.of("a").weight(5), Candidate.of("b"), Candidate.of("c")))
                .isEqualTo("aaabcaaaaabcaa");
    }

    @Test
    void the_order_behind_the_first_is_that_of_the_turns_to_come() {
        turns(1, Candidate.of("a"), Candidate.of("b"), Candidate.of("c"));

        List<Candidate> order = Rotation.next(
                        List.of(Candidate.of("a"), Candidate.of("b"), Candidate.of("c")), state, 1)
                .order();

        assertThat(order).extracting(Candidate::id).containsExactly("b", "c", "a");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_fixed_list_stays_within_the_stated_bound_of_its_shares(long seed) {
        Random random = new Random(seed);
        List<Candidate> candidates = IntStream.range(0, 2 + random.nextInt(8))
                .mapToObj(i -> Candidate.of("c" + i).weight(1 + random.nextInt(100)))
                .toList();
        int all = candidates.stream().mapToInt(Candidate::weight).sum();
        Map<String, Integer> had = new HashMap<>();

        for (int n = 1; n <= 3_000; n++) {
            had.merge(turn(candidates), 1, Integer::sum);
            for (Candidate candidate : candidates) {
                double share = (double) candidate.weight() / all;
                double bound = 0.5 + candidates.size() / 2.0 * share + 1e-3;
                assertThat((double) had.getOrDefault(candidate.id(), 0)).isCloseTo(n * share, within(bound));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void two_that_are_both_there_stay_even_whoever_comes_and_goes(long seed) {
        Random random = new Random(seed);
        Candidate a = Candidate.of("a").weight(1 + random.nextInt(20));
        Candidate b = Candidate.of("b").weight(1 + random.nextInt(20));
        Map<String, Integer> had = new HashMap<>();
        for (int n = 0; n < 3_000; n++) {
            List<Candidate> there = new ArrayList<>(List.of(a, b));
            for (int i = 0; i < 6; i++) {
                if (random.nextInt(3) == 0) {
                    there.add(
                            random.nextInt(there.size() + 1),
                            Candidate.of("x" + i).weight(1 + i * i));
                }
            }
            had.merge(turn(there), 1, Integer::sum);

            double ofA = (double) had.getOrDefault("a", 0) / a.weight();
            double ofB = (double) had.getOrDefault("b", 0) / b.weight();
            assertThat(ofA).isCloseTo(ofB, within(0.5 / a.weight() + 0.5 / b.weight() + 1e-3));
        }
    }

    @Test
    void nobody_has_no_turn() {
        assertThatThrownBy(() -> Rotation.next(List.of(), state, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weights_outside_their_range_are_refused() {
        assertThatThrownBy(() -> Candidate.of("a").weight(0)).hasMessageContaining("from 1 to 1000000");
        assertThatThrownBy(() -> Candidate.of("a").weight(-3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Candidate.of("a").tier(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
