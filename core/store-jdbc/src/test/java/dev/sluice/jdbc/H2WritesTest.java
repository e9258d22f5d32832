package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.RecordedFile.Cut;
import dev.sluice.jdbc.RecordedFile.Promised;
import dev.sluice.jdbc.RecordedFile.Step;
import dev.sluice.jdbc.RecordedFile.Wrote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill leaves what was written until then. So the file is made anew as it was after each single write, opened, and
 * searched for all that had been called durable by then. Each round goes on from a file that was killed in the last one.
 */
@Tag("long")
class H2WritesTest {
    private static final int ROUNDS = Integer.getInteger("h2.rounds", 4);
    private static final int LEADS = 10;

    @TempDir
    Path folder;

    private int copies;

    @Test
    void after_each_write_the_file_holds_what_was_promised_before() throws IOException {
        FilePath.register(new RecordedFile());
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Killed before = new Killed(new byte[0], Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            List<Killed> kills = kills(before, recorded(before, "k" + round));
            for (Killed killed : kills) {
                assertThat(lost(killed)).as("seed %s, round %s", seed, round).isEmpty();
            }
            before = kills.get(random.nextInt(kills.size()));
        }
    }

    @Test
    void a_promise_before_its_write_is_found_broken() throws IOException {
        FilePath.register(new RecordedFile());
        Killed none = new Killed(new byte[0], Map.of());
        List<Step> steps = new ArrayList<>(recorded(none, "k"));
        int promise = steps.indexOf(new Promised("k_0", 3));
        steps.add(0, steps.remove(promise));

        assertThat(lost(kills(none, steps).get(0))).containsExactly("k_0");
    }

    /** A file as a kill left it, and how many events of each lead were durable then. */
    private record Killed(byte[] file, Map<String, Integer> promised) {}

    /** What leads that are written into this file do to it. */
    private List<Step> recorded(Killed before, String prefix) throws IOException {
        Path database = folder.resolve(prefix);
        if (before.file().length > 0) {
            Files.write(Path.of(database + ".mv.db"), before.file());
        }
        RecordedFile.STEPS.clear();
        try (JdbcStore store = JdbcStore.open("jdbc:h2:recorded:" + database)) {
            Leads leads = new Leads(store);
            for (int i = 0; i < LEADS; i++) {
                String lead = prefix + "_" + i;
                leads.begin(lead).durable();
                RecordedFile.promised(lead, 2);
                leads.complete(lead).durable();
                RecordedFile.promised(lead, 3);
            }
        }
        return List.copyOf(RecordedFile.STEPS);
    }

    /** What a kill before each change of the file leaves, and one at the end. */
    private static List<Killed> kills(Killed before, List<Step> steps) {
        List<Killed> kills = new ArrayList<>();
        byte[] file = before.file().clone();
        Map<String, Integer> promised = new HashMap<>(before.promised());
        for (Step step : steps) {
            if (step instanceof Promised made) {
                promised.put(made.lead(), made.events());
                continue;
            }
            if (!promised.isEmpty()) {
                kills.add(new Killed(file.clone(), Map.copyOf(promised)));
            }
            if (step instanceof Wrote wrote) {
                file = wrote.into(file);
            } else if (step instanceof Cut cut) {
                file = Arrays.copyOf(file, (int) cut.size());
            }
        }
        kills.add(new Killed(file, Map.copyOf(promised)));
        return kills;
    }

    /** The leads of which the file has less than was promised. */
    private List<String> lost(Killed killed) throws IOException {
        Path database = folder.resolve("copy" + copies++);
        Files.write(Path.of(database + ".mv.db"), killed.file());
        try (JdbcStore store = JdbcStore.open("jdbc:h2:" + database)) {
            return killed.promised().entrySet().stream()
                    .filter(lead ->
                            store.events().stream(Leads.stream(lead.getKey())).size() < lead.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
