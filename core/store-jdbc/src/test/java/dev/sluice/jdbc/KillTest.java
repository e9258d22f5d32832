package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.store.Cursor;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Chain;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short version: the long one, with power loss and every crash point, is a profile of its own. */
class KillTest {
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void nothing_that_was_called_durable_is_lost_when_the_process_is_killed() throws SQLException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        Map<String, Integer> promised = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(url, "k" + kill, 1 + random.nextInt(400), promised);
            Map<StreamId, List<Event>> found = check(url);
            promised.forEach((lead, events) -> assertThat(found.get(Leads.stream(lead)))
                    .as("seed %s: %s, of which %s events were durable", seed, lead, events)
                    .hasSizeGreaterThanOrEqualTo(events));
        }
        assertThat(promised).hasSizeGreaterThan(KILLS);
    }

    private static void runAndKill(String url, String prefix, int lines, Map<String, Integer> promised) {
        try (Child child = Child.start(Child.Writes.class, url, prefix)) {
            for (int i = 0; i < lines; i++) {
                note(child.line(), promised);
            }
            child.kill().forEach(line -> note(line, promised));
        }
    }

    private static void note(String line, Map<String, Integer> promised) {
        promised.merge(line.substring(2), Integer.parseInt(line.substring(0, 1)), Math::max);
    }

    /** Opens the store again, and finds streams without gaps, unbroken chains, and counters that agree with the events. */
    private static Map<StreamId, List<Event>> check(String url) throws SQLException {
        Map<StreamId, List<Event>> streams = new HashMap<>();
        try (JdbcStore store = JdbcStore.open(url)) {
            store.events().after(Cursor.START, Integer.MAX_VALUE).events().forEach(event -> streams.computeIfAbsent(
                            event.stream(), s -> new ArrayList<>())
                    .add(event));
            assertThat(new Leads(store).count()).isEqualTo(streams.size());
        }
        try (Session session = Session.open(() -> DriverManager.getConnection(url))) {
            EventTable table = new EventTable(session);
            streams.forEach((stream, events) -> {
                List<StoredEvent> stored = table.stream(stream);
                assertThat(Chain.firstBroken(stored)).as("chain of %s", stream).isEmpty();
                assertThat(stored.size())
                        .as("%s has both events of its first write", stream)
                        .isIn(2, 3);
            });
        }
        return streams;
    }
}
