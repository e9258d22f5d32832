package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that end at named points, one after the other over one file, each recovering what the one before left. Short in
 * each build; {@code -Dcrashes=500} makes it long.
 */
class CrashTest {
    private static final int CRASHES = Integer.getInteger("crashes", 2 * ChildCrashes.POINTS.size());

    @TempDir
    Path folder;

    private final Map<String, Integer> hit = new TreeMap<>();
    private final Set<String> acknowledged = new HashSet<>();

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    private void crash(String point, int passed, String names, String fault) {
        Path recipient = folder.resolve("recipient");
        try (Child child = Child.start(
                ChildCrashes.class, url(), recipient.toString(), point, Integer.toString(passed), names, fault)) {
            for (String line : child.lines()) {
                if (line.startsWith("ack lead_")) {
                    acknowledged.add(line.split(" ")[1]);
                } else if (line.startsWith("point ")) {
                    hit.merge(line.substring(6), 1, Integer::sum);
                }
            }
        }
    }

    private void crashes(long seed, String fault) {
        Random random = new Random(seed);
        for (int i = 0; i < CRASHES; i++) {
            String point = ChildCrashes.POINTS.get(i % ChildCrashes.POINTS.size());
            crash(point, random.nextInt(8), "c" + i + "-", fault);
        }
    }

    /** What is wrong in the end, when a last process has recovered the rest. */
    private List<String> wrong() throws IOException {
        crash("none", 0, "last-", "");
        List<String> wrong = new ArrayList<>();
        Map<StreamId, List<Event>> streams = new HashMap<>();
        try (JdbcStore store = JdbcStore.open(url())) {
            store.events().after(Cursor.START, Integer.MAX_VALUE).events().forEach(event -> streams.computeIfAbsent(
                            event.stream(), none -> new ArrayList<>())
                    .add(event));
            StateCheck.of(store, "default").differences().forEach(each -> wrong.add(each.toString()));
        }
        acknowledged.stream()
                .filter(lead -> !streams.containsKey(new StreamId("default", lead)))
                .forEach(lead -> wrong.add("lost " + lead));
        streams.forEach((stream, events) -> look(stream.id(), events, wrong));
        Set<String> received = new HashSet<>(Files.readAllLines(folder.resolve("recipient")));
        streams.keySet().stream()
                .filter(stream -> received.stream()
                                .filter(key -> key.startsWith(stream.id() + ":"))
                                .count()
                        != 1)
                .forEach(stream -> wrong.add("not received once: " + stream.id()));
        received.stream()
                .filter(key -> !streams.containsKey(new StreamId("default", key.substring(0, key.indexOf(':')))))
                .forEach(key -> wrong.add("received, and nothing is known of it: " + key));
        return wrong;
    }

    private static void look(String lead, List<Event> events, List<String> wrong) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).seq() != i + 1) {
                wrong.add("gap in " + lead);
            }
        }
        if (!events.get(events.size() - 1).type().equals(EventType.FLOW_COMPLETED)) {
            wrong.add("stuck " + lead);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_nothing_is_stuck_and_nobody_gets_a_lead_under_two_keys() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        crashes(seed, "");

        assertThat(wrong()).as("seed %s", seed).isEmpty();
        assertThat(hit.keySet()).as("points hit").containsExactlyInAnyOrderElementsOf(ChildCrashes.POINTS);
        System.out.println("crashes by point: " + hit + ", acknowledged leads: " + acknowledged.size());
    }

    @Test
    void who_does_not_wait_until_it_is_durable_is_found_out() throws IOException {
        for (int i = 0; i < 3; i++) {
            crash("called", 5, "i" + i + "-", "impatient");
        }

        assertThat(wrong()).isNotEmpty();
    }
}
