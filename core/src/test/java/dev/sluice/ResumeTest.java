package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** A journey that is cut after any of its events and resumed ends as if it had not been cut. */
@Tag("long")
class ResumeTest {
    /** How many flows in each of eight parts; {@code -Dresume.flows=3} and more for a long run. */
    private static final int FLOWS = Integer.getInteger("resume.flows", 1);

    private static List<Lead> leads(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> states = List.of("TX", "CA", "NY", "TX");
        return IntStream.range(0, 4)
                .mapToObj(i -> Lead.from("web")
                        .with("email", "who" + random.nextInt(1_000) + "@example.com")
                        .with("state", states.get(random.nextInt(4)))
                        .with("amount", random.nextInt(9))
                        .withKey("key-" + i))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_journey_that_is_cut_after_any_event_and_resumed_ends_the_same(long part) {
        for (long seed = part * FLOWS; seed < (part + 1) * FLOWS; seed++) {
            everyCutOf(GeneratedFlows.of(seed), seed);
        }
    }

    /** Two processes end one after the other; the second while it recovers. */
    @Test
    void a_recovery_that_is_cut_is_recovered() {
        for (long seed = 0; seed < 20; seed++) {
            FlowDefinition flow = GeneratedFlows.of(seed);
            Story whole = Story.of(flow, leads(seed)).play();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 8; i++) {
                int first = 1 + random.nextInt(whole.events());
                int second = 1 + random.nextInt(3);
                String where = "flow " + seed + " cut after event " + first + ", then after " + second + " more";
                Story resumed = Story.of(flow, leads(seed)).play(first, second);
                assertThat(Story.differences(whole.end(), resumed.end()))
                        .as(where)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Forgetting.class,
            mode = Mode.EXCLUDE,
            names = {"NOTHING", "BEHIND"})
    void a_state_that_forgets_something_is_found(Forgetting what) {
        assertThat(LongStream.range(0, 400).anyMatch(seed -> isFound(what, seed)))
                .as("a process that forgets %s", what)
                .isTrue();
    }

    private static boolean isFound(Forgetting what, long seed) {
        FlowDefinition flow = GeneratedFlows.of(seed);
        Story whole = Story.of(flow, leads(seed)).play();
        return IntStream.rangeClosed(1, whole.events()).anyMatch(cut -> {
            Story resumed = Story.of(flow, leads(seed)).seeing(what).play(cut);
            return !Story.differences(whole.end(), resumed.end()).isEmpty();
        });
    }

    private static void everyCutOf(FlowDefinition flow, long seed) {
        Story whole = Story.of(flow, leads(seed)).play();
        for (int cut = 1; cut <= whole.events(); cut++) {
            String where = "flow " + seed + " cut after event " + cut;
            Story resumed = Story.of(flow, leads(seed)).play(cut);
            assertThat(resumed.recoveries())
                    .as(where)
                    .allSatisfy(report -> assertThat(report.waiting()).as(where).isEmpty());
            assertThat(Story.differences(whole.end(), resumed.end())).as(where).isEmpty();
            assertThat(resumed.unaccounted()).as(where).isEmpty();
            calledAgainAtMostForOpenIntents(whole, resumed, where);
        }
    }

    /** Only what was cut off is called again, with the key that it had. */
    private static void calledAgainAtMostForOpenIntents(Story whole, Story resumed, String where) {
        assertThat(resumed.calls().keySet()).as(where).isEqualTo(whole.calls().keySet());
        int resent = resumed.recoveries().stream()
                .flatMap(report -> report.leads().stream())
                .mapToInt(Recovered::resent)
                .sum();
        int again = 0;
        for (Map.Entry<String, Integer> call : resumed.calls().entrySet()) {
            if (call.getKey().startsWith("ext ")) {
                again += call.getValue() - whole.calls().get(call.getKey());
            }
        }
        assertThat(again).as(where + ": calls made again").isLessThanOrEqualTo(Math.max(resent, 1));
    }
}
