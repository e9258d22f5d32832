package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Ids} keeps to; extend it and give one. */
public abstract class IdsContract {
    private static final int MANY = 10_000;

    /** The generator, one for all calls of a test. */
    protected abstract Ids ids();

    /** Ids say what they are of. */
    @Test
    protected void an_id_begins_with_its_prefix_and_says_more() {
        assertThat(ids().next("lead_")).startsWith("lead_").hasSizeGreaterThan("lead_".length());
    }

    /** Ids stand in keys and columns. */
    @Test
    protected void an_id_is_short_and_plain() {
        assertThat(ids().next("lead_")).hasSizeLessThan(100).matches("[A-Za-z0-9_.-]+");
    }

    /** On one thread. */
    @Test
    protected void no_id_comes_twice() {
        Ids generator = ids();
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < MANY; i++) {
            assertThat(seen.add(generator.next("lead_"))).isTrue();
        }
    }

    /** Threads that ask at once. */
    @Test
    protected void no_id_comes_twice_on_several_threads() {
        Ids generator = ids();

        List<List<String>> all = Race.run(
                8,
                runner -> () -> Stream.generate(() -> generator.next("lead_"))
                        .limit(MANY / 8)
                        .toList());

        assertThat(all.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }
}
