package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.CrashPoint.End;
import dev.sluice.jdbc.Crashing.Fault;
import dev.sluice.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of several threads that end at named points, one after the other over one store, each recovering what the one
 * before left; half of them halt, half are killed by the operating system. Short in each build; the profile {@code crash}
 * makes it long, on all databases.
 */
@Tag("processes")
class CrashTest {
    private static final int CRASHES = Integer.getInteger("crashes", 0);

    @TempDir
    Path folder;

    private final Map<String, Integer> hit = new TreeMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> recoveries = new ArrayList<>();
    private int children;

    private void crash(String url, String point, End end, int passed, Fault fault) {
        try (Child child = Child.start(
                ChildCrashes.class,
                url,
                folder.toString(),
                point,
                end.name(),
                Integer.toString(passed),
                Integer.toString(children++),
                fault.name())) {
            for (String line = child.line(); line != null; line = child.line()) {
                heard(line, end);
                if (line.startsWith("point ") && end == End.KILL) {
                    child.kill().forEach(last -> heard(last, end));
                    return;
                }
            }
        }
    }

    private void heard(String line, End end) {
        if (line.startsWith("ack lead_") && !line.contains(" UNSETTLED ")) {
            acknowledged.add(line.split(" ")[1]);
        } else if (line.startsWith("point ")) {
            hit.merge(line.substring(6) + " " + end, 1, Integer::sum);
        } else if (line.startsWith("recovered ")) {
            recoveries.add(line);
        }
    }

    /** Each point in turn, each time around with the other end. */
    private long crashes(String url, List<String> points) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int all = Math.max(CRASHES, points.size());
        for (int i = 0; i < all; i++) {
            End end = (i + i / points.size()) % 2 == 0 ? End.KILL : End.HALT;
            crash(url, points.get(i % points.size()), end, random.nextInt(12), Fault.NONE);
        }
        return seed;
    }

    /** What is wrong once a last process has recovered the rest. */
    private List<String> wrong(String url) throws IOException {
        return wrong(url, Fault.NONE);
    }

    private List<String> wrong(String url, Fault fault) throws IOException {
        crash(url, "none", End.HALT, 0, fault);
        try (Store store = open(url)) {
            return new Aftermath(store, folder, acknowledged).wrong();
        }
    }

    private static Store open(String url) {
        if (!url.startsWith("split:")) {
            return JdbcStore.open(url);
        }
        String folder = url.substring("split:".length());
        return Store.split(
                JdbcEventStore.open("jdbc:sqlite:" + folder + "/log.db"),
                JdbcStore.open("jdbc:sqlite:" + folder + "/state.db"));
    }

    private void nothingIsLost(String url, List<String> points) throws IOException {
        long seed = crashes(url, points);

        assertThat(wrong(url)).as("seed %s", seed).isEmpty();
        assertThat(hit.keySet().stream().map(each -> each.split(" ")[0]))
                .as("points hit")
                .containsAll(points);
        System.out.println(url.replaceAll("[/\\\\].*", "") + " ended by point: " + hit + ", acknowledged leads: "
                + acknowledged.size());
    }

    @Test
    void nothing_acknowledged_is_lost_nothing_is_stuck_and_nobody_gets_a_lead_under_two_keys() throws IOException {
        nothingIsLost("jdbc:sqlite:" + folder.resolve("leads.db"), CrashPoint.ALL);
    }

    @Test
    void nor_when_the_log_and_the_state_are_two_databases() throws IOException {
        nothingIsLost("split:" + folder, few(CrashPoint.OF_LOG));
    }

    /** These in each build, and all of them in the long run. */
    private static List<String> few(List<String> some) {
        Set<String> points = new LinkedHashSet<>(some);
        if (CRASHES > 0) {
            points.addAll(CrashPoint.ALL);
        }
        return List.copyOf(points);
    }

    @Test
    void nor_on_h2() throws IOException {
        nothingIsLost("jdbc:h2:" + folder.resolve("leads"), few(CrashPoint.OF_COMMIT));
    }

    @Test
    @Tag("real-server")
    void nor_on_a_server() throws IOException {
        nothingIsLost(Server.url(), few(CrashPoint.OF_COMMIT));
    }

    @Test
    void who_does_not_wait_until_it_is_durable_is_found_out() throws IOException {
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        crash(url, "called", End.KILL, 5, Fault.IMPATIENT);
        crash(url, "called", End.HALT, 5, Fault.IMPATIENT);

        assertThat(wrong(url)).isNotEmpty();
    }

    @Test
    void who_does_not_read_who_comes_next_is_found_out() throws IOException {
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        crash(url, "settled", End.KILL, 5, Fault.NONE);

        assertThat(wrong(url, Fault.FORGETFUL)).anyMatch(each -> each.startsWith("not handed on: "));
    }
}
