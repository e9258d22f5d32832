package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Counter;
import dev.sluice.store.Inventory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two Java processes, 64 threads each, on one PostgreSQL. */
@Tag("processes")
@Tag("real-server")
class TwoProcessesTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = Integer.getInteger("rounds", 8);

    @Test
    void caps_are_exact_each_lead_is_sold_once_and_a_submission_key_makes_one_lead() {
        String url = Server.url();
        List<String> said;
        try (Child one = start(url, "one");
                Child other = start(url, "other")) {
            said = Child.together(one, other);
        }
        assertThat(said).hasSize(3 * 2 * THREADS * ROUNDS);
        capped(said);
        sold(said);
        keyed(said);
        try (JdbcStore store = JdbcStore.open(url)) {
            consistent(store.inventory("default"));
        }
    }

    private static Child start(String url, String name) {
        return Child.start(ChildFlows.class, url, name, "" + THREADS, "" + ROUNDS);
    }

    private static List<String[]> of(String kind, List<String> said) {
        return said.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(kind))
                .toList();
    }

    private static void capped(List<String> said) {
        assertThat(of("capped", said).stream().filter(words -> words[2].equals("success")))
                .hasSize(ChildFlows.CAP);
    }

    /** Every address was submitted by both processes. */
    private static void sold(List<String> said) {
        Map<String, Long> winners = of("once", said).stream()
                .filter(words -> words[2].equals("success"))
                .collect(Collectors.groupingBy(words -> words[1], Collectors.counting()));
        assertThat(winners)
                .hasSize(THREADS * ROUNDS)
                .allSatisfy((address, count) -> assertThat(count).as(address).isEqualTo(1));
    }

    /** Every key was used by both processes. */
    private static void keyed(List<String> said) {
        Map<String, List<String[]>> uses = of("keyed", said).stream().collect(Collectors.groupingBy(words -> words[1]));
        assertThat(uses).hasSize(THREADS * ROUNDS);
        uses.forEach(
                (key, two) -> assertThat(two.stream().map(words -> words[3]).distinct())
                        .as("leads of %s", key)
                        .hasSize(1));
        Map<String, Long> statuses = of("keyed", said).stream()
                .map(words -> words[2])
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(statuses).containsEntry("ANSWERED", (long) THREADS * ROUNDS);
    }

    private static void consistent(Inventory inventory) {
        assertThat(inventory.holds()).isEmpty();
        assertThat(inventory.open()).isEmpty();
        assertThat(inventory.counters().values()).extracting(Counter::reserved).containsOnly(0L);
    }
}
