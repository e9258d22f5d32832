package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String FLOW = """
        {"id": "f", "sources": [{"id": "web"}], "fields": [{"id": "email", "type": "email"}],
         "steps": [{"type": "recipient", "id": "buyer", "plugin": "stub"}]}
        """;

    @TempDir
    private Path folder;

    private String store;
    private String key;
    private String seals;

    @BeforeEach
    void run() throws IOException {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        key = Files.writeString(folder.resolve("seal.key"), "0123456789abcdef").toString();
        seals = folder.resolve("seals.txt").toString();
        submit();
    }

    private void submit() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), FLOW);
        Path leads =
                Files.writeString(folder.resolve("leads.csv"), "source,email\nweb,a@example.com\nweb,b@example.com\n");
        sluice("run", flow.toString(), leads.toString(), "--store", store, "--progress", "none");
    }

    private Shell.Result verify() {
        return sluice("verify", "--store", store, "--key", key, "--seals", seals);
    }

    private void attack(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger if exists event_is_final");
            statement.execute("drop trigger if exists event_stays");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void a_sealed_store_is_as_it_was_written() throws IOException {
        assertThat(sluice("seal", "--store", store, "--key", key, "--out", seals)
                        .status())
                .isZero();
        submit();
        Shell.Result second = sluice("seal", "--store", store, "--key", key, "--out", seals);

        assertThat(second.err()).contains("seal 2");
        assertThat(Files.readAllLines(Path.of(seals))).hasSize(2);
        assertThat(verify().status()).isZero();
        assertThat(verify().err()).contains("under 2 seals", "all as they were written");
    }

    @Test
    void what_was_changed_is_told_with_its_place() throws SQLException {
        sluice("seal", "--store", store, "--key", key, "--out", seals);
        attack(
                "update event set revenue = 99 where seq = 4",
                "delete from event where position = (select max(position) from event)");

        assertThat(verify().status()).isEqualTo(1);
        assertThat(verify().out()).contains("default lead_00000001 4 changed").contains("seal 1 sealed_piece");
    }

    @Test
    void without_seals_the_end_of_the_log_may_be_gone_unseen() throws SQLException {
        attack("delete from event where position = (select max(position) from event)");

        assertThat(sluice("verify", "--store", store).status()).isZero();
        assertThat(sluice("verify", "--store", store).err()).contains("0 of them under 0 seals");
    }

    @Test
    void keys_and_seals_that_are_none_are_refused() throws IOException {
        String tooShort = Files.writeString(folder.resolve("short.key"), "abc").toString();
        Files.writeString(folder.resolve("seals.txt"), "no seal\n");

        assertThat(sluice("seal", "--store", store, "--key", tooShort).status()).isEqualTo(1);
        assertThat(sluice("seal", "--store", store).status()).isEqualTo(2);
        assertThat(verify().status()).isEqualTo(1);
        assertThat(verify().err()).contains("is no seal");
    }
}
