package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.batches.Batches;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.CrashPoint.End;
import dev.sluice.store.Store;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that end at named points of a row's way into a file and of the file's way to a folder, one after the other over one store:
 * no lead that was answered is missing from the files, none is in them twice, and each has its final delivery once.
 * {@code -Dbatch.kills=200} makes it long, {@code -Dseed} says which.
 */
@Tag("processes")
class BatchKillTest {
    private static final int KILLS = Integer.getInteger("batch.kills", 0);
    /** Each child has about as many commits. */
    private static final int COMMITS = 9;

    @TempDir
    private Path folder;

    private final Map<String, String> acknowledged = new HashMap<>();
    private final Set<String> hit = new HashSet<>();
    private int children;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    private void child(String point, End end, int passed, String fault) {
        try (Child child = Child.start(
                ChildBatches.class,
                url(),
                folder.toString(),
                point,
                end.name(),
                Integer.toString(passed),
                Integer.toString(children++),
                fault)) {
            for (String line = child.line(); line != null; line = child.line()) {
                heard(line);
                if (line.startsWith("point ") && end == End.KILL) {
                    child.kill().forEach(this::heard);
                    return;
                }
            }
        }
    }

    private void heard(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("ack")) {
            acknowledged.put(words[2], words[1]);
        } else if (words[0].equals("point")) {
            hit.add(words[1]);
        }
    }

    private List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : files()) {
            rows.addAll(Files.readAllLines(file));
        }
        return rows;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }

    private static long finalDeliveries(Store store, String lead) {
        return store.events().stream(new StreamId("default", lead)).stream()
                .filter(event -> event.type().equals(EventType.BATCH_DELIVERED))
                .count();
    }

    @Test
    void wherever_a_process_is_ended_each_lead_is_in_one_file_once() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> points = ChildBatches.POINTS;
        for (int i = 0; i < Math.max(KILLS, points.size()); i++) {
            String point = points.get(i % points.size());
            End end = (i + i / points.size()) % 2 == 0 ? End.KILL : End.HALT;
            child(point, end, point.startsWith("commit") ? random.nextInt(COMMITS) : 0, "");
        }
        child("none", End.HALT, 0, "");

        List<String> rows = rows();
        assertThat(hit).as("seed %s", seed).containsAll(points);
        assertThat(files()).as("seed %s", seed).allSatisfy(file -> assertThat(file.toString())
                .endsWith(".txt"));
        assertThat(rows).as("seed %s", seed).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
        try (Store store = JdbcStore.open(url());
                Sluice sluice = Sluice.builder().store(store).build()) {
            assertThat(Batches.over(sluice)
                            .status(ChildBatches.BATCH)
                            .orElseThrow()
                            .pending())
                    .isZero();
            assertThat(acknowledged.values())
                    .as("seed %s", seed)
                    .allSatisfy(lead -> assertThat(finalDeliveries(store, lead)).isEqualTo(1));
        }
    }

    @Test
    void a_transport_that_cannot_tell_what_is_there_is_found_out() throws IOException {
        child("put", End.KILL, 0, "blind");
        child("none", End.HALT, 0, "blind");
        List<String> rows = rows();
        assertThat(new HashSet<>(rows)).hasSizeLessThan(rows.size());
    }
}
