package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}], "fields": [{"id": "email", "type": "email"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub"}]}
        """;

    @TempDir
    private Path folder;

    private String store;
    private String keys;

    @BeforeEach
    void run() throws IOException {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        keys = folder.resolve("leads.keys").toString();
        Path flow = Files.writeString(folder.resolve("flow.json"), FLOW);
        Path leads = Files.writeString(
                folder.resolve("leads.csv"), "source,email\nweb,canary@example.com\nweb,bert@example.com\n");
        sluice("run", flow.toString(), leads.toString(), "--store", store, "--keys", keys, "--progress", "none");
        Files.delete(leads);
    }

    private Shell.Result erase(String... who) {
        String[] words = new String[who.length + 5];
        System.arraycopy(new String[] {"erase", "--store", store, "--keys", keys}, 0, words, 0, 5);
        System.arraycopy(who, 0, words, 5, who.length);
        return sluice(words);
    }

    private String clear(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"events", "--store", store, "--clear"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return sluice(words).out();
    }

    @Test
    void a_person_is_forgotten_and_who_has_the_data_is_told() {
        assertThat(clear("--keys", keys)).contains("canary@example.com", "bert@example.com");

        Shell.Result erased = erase("Canary@Example.com");

        assertThat(erased.status()).isZero();
        assertThat(erased.lines().get(0)).isEqualTo("forgotten lead_00000001");
        assertThat(erased.lines().get(1)).startsWith("delivered lead_00000001 to buyer at ");
        assertThat(clear("--keys", keys))
                .doesNotContain("canary")
                .contains("bert@example.com", "\"email.erased\":true");
        assertThat(sluice("verify", "--store", store).status()).isZero();
        assertThat(erase("canary@example.com").status()).isEqualTo(1);
    }

    @Test
    void without_the_keys_nobody_reads_anything() throws IOException {
        assertThat(clear()).doesNotContain("canary", "bert");
        assertThat(new String(Files.readAllBytes(folder.resolve("leads.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary", "bert");
    }

    @Test
    void who_is_nobody_is_refused_without_being_repeated() {
        assertThat(erase("canary").status()).isEqualTo(2);
        assertThat(erase("canary").err()).contains("value 1 is no valid phone").doesNotContain("canary");
        assertThat(erase("--leads", "lead_unknown").status()).isEqualTo(1);
    }
}
