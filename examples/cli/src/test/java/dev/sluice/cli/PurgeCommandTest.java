package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}], "fields": [{"id": "email", "type": "email"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub"}]}
        """;

    @TempDir
    Path folder;

    private String store;
    private String key;

    @BeforeEach
    void run() throws IOException {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        key = Files.writeString(folder.resolve("seal.key"), "0123456789abcdef").toString();
        Path flow = Files.writeString(folder.resolve("flow.json"), FLOW);
        Path leads = Files.writeString(
                folder.resolve("leads.csv"), "source,email\nweb,canary@example.com\nweb,bert@example.com\n");
        sluice("run", flow.toString(), leads.toString(), "--store", store, "--progress", "none");
    }

    private Shell.Result purge(String... more) {
        List<String> words = new ArrayList<>(List.of("purge", "--store", store));
        words.addAll(List.of(more));
        return sluice(words.toArray(String[]::new));
    }

    @Test
    void leads_are_emptied_when_their_time_is_over_unless_they_are_held() {
        assertThat(purge().lines()).isEmpty();
        assertThat(purge("--hold", "lead_00000002", "--by", "ann", "--reason", "case 7")
                        .status())
                .isZero();

        Shell.Result purged = purge("--after", "PT0.001S");

        assertThat(purged.lines()).containsExactly("purged lead_00000001");
        assertThat(sluice("events", "--store", store, "--clear").out())
                .doesNotContain("canary")
                .contains("bert@example.com");
        assertThat(sluice("verify", "--store", store).status()).isZero();
        purge("--release", "lead_00000002");
        assertThat(purge("--after", "PT0.001S").lines()).containsExactly("purged lead_00000002");
        assertThat(purge("--after", "never").status()).isEqualTo(2);
        assertThat(purge("--details", "recipient.*").status()).isEqualTo(2);
    }

    /** Leads of recorded time may lie in the future. */
    @Test
    void another_moment_may_be_taken_for_now() {
        assertThat(purge().lines()).isEmpty();
        assertThat(purge("--now", "2999-01-01").lines()).hasSize(2);
        assertThat(purge("--now", "soon").status()).isEqualTo(2);
    }

    @Test
    void sealed_events_leave_with_the_key_of_their_seals() {
        Path seals = folder.resolve("seals.txt");
        sluice("seal", "--store", store, "--key", key, "--out", seals.toString());

        Shell.Result purged = purge(
                "--key",
                key,
                "--after",
                "PT0.001S",
                "--account-after",
                "PT0.001S",
                "--batches-after",
                "PT0.001S",
                "--pings-after",
                "PT0.001S");

        assertThat(purged.status()).as(purged.err()).isZero();
        assertThat(purged.err()).contains("2 leads purged; cut behind seal 1, 8 events removed");
        assertThat(sluice("events", "--store", store).out()).doesNotContain("lead_id\":\"lead_0000000");
        Shell.Result verified = sluice("verify", "--store", store, "--key", key, "--seals", seals.toString());
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(sluice("verify", "--state", "--store", store).status()).isZero();
    }
}
