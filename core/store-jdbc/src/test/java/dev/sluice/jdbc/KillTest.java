package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Chain;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes killed at random. Short in each build; the profile {@code crash} makes it long. */
@Tag("processes")
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:"})
    void nothing_that_was_called_durable_is_lost_when_the_process_is_killed(String kind) {
        killed(kind + folder.resolve("leads"));
    }

    @Test
    @Tag("real-server")
    void nor_on_a_server() {
        killed(Server.url());
    }

    private static void killed(String url) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, Integer> promised = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(url, "k" + kill, 1 + random.nextInt(400), promised);
            Map<StreamId, Integer> found = check(url);
            promised.forEach((lead, events) -> assertThat(found.get(Leads.stream(lead)))
                    .as("seed %s: %s, of which %s events were durable", seed, lead, events)
                    .isGreaterThanOrEqualTo(events));
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
    private static Map<StreamId, Integer> check(String url) {
        Map<StreamId, Integer> found = new HashMap<>();
        try (JdbcStore store = JdbcStore.open(url);
                Session session = Session.reader(() -> DriverManager.getConnection(url))) {
            // On a server this waits for a transaction of the killed process that is still being committed.
            long count = new Leads(store).count();
            List<StreamId> streams =
                    session.list("select distinct stream from event", row -> new StreamId("default", row.getString(1)));
            assertThat(streams).hasSize((int) count);
            streams.forEach(stream -> {
                List<StoredEvent> stored = new EventTable(session).stream(stream);
                assertThat(Chain.firstBroken(stored)).as("chain of %s", stream).isEmpty();
                assertThat(stored.size())
                        .as("%s has both events of its first write", stream)
                        .isIn(2, 3);
                found.put(stream, stored.size());
            });
        }
        return found;
    }
}
