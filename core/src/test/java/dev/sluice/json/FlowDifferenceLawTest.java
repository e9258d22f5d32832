package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.Change;
import dev.sluice.flow.diff.Change.Kind;
import dev.sluice.flow.diff.FlowDifference;
import dev.sluice.types.Obj;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class FlowDifferenceLawTest {
    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random(20261121).longs(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_two_definitions_are_told_apart_completely(long seed) {
        FlowDefinition before = new Definitions(seed).flow();

        assertComplete(before, new Definitions(seed + 1).flow());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void edits_are_told_completely(long seed) {
        FlowDefinition before = new Definitions(seed).flow();

        assertComplete(before, new Edits(seed).some(before));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equal_definitions_do_not_differ(long seed) {
        FlowDefinition flow = new Definitions(seed).flow();

        assertThat(FlowDifference.between(flow, FlowJson.read(flow.toJson())).text())
                .isEmpty();
        assertThat(FlowDifference.between(flow, FlowJson.read(flow.toJson())).isEmpty())
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void both_directions_tell_the_same_number_of_changes_of_each_kind(long seed) {
        FlowDefinition one = new Definitions(seed).flow();
        FlowDefinition other = new Edits(seed).one(one);

        FlowDifference there = FlowDifference.between(one, other);
        FlowDifference back = FlowDifference.between(other, one);

        assertThat(there.isEmpty()).isEqualTo(back.isEmpty());
        assertThat(count(there, Kind.ADDED)).isEqualTo(count(back, Kind.REMOVED));
        assertThat(count(there, Kind.REMOVED)).isEqualTo(count(back, Kind.ADDED));
    }

    private static long count(FlowDifference difference, Kind kind) {
        return difference.changes().stream()
                .filter(change -> change.kind() == kind)
                .count();
    }

    /** Without what is told to have changed the two are one, and what moved is, but for what is told of it, the same. */
    private static void assertComplete(FlowDefinition before, FlowDefinition after) {
        FlowDifference difference = FlowDifference.between(before, after);
        Set<String> from = places(difference, Change::from);
        Set<String> to = places(difference, Change::to);
        Obj old = FlowJson.tree(before);
        Obj fresh = FlowJson.tree(after);

        assertThat(difference.isEmpty()).isEqualTo(old.equals(fresh));
        assertThat(Pruned.of(old, from)).as(difference.text()).isEqualTo(Pruned.of(fresh, to));
        difference.changes().stream()
                .filter(change -> change.kind() == Kind.MOVED)
                .forEach(change -> assertThat(Pruned.below(old, Objects.requireNonNull(change.from()), from))
                        .as(change.words())
                        .isEqualTo(Pruned.below(fresh, Objects.requireNonNull(change.to()), to)));
        assertThat(FlowDifference.between(before, after).toJson()).isEqualTo(difference.toJson());
    }

    private static Set<String> places(FlowDifference difference, Function<Change, String> side) {
        return difference.changes().stream().map(side).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
