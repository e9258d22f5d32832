package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Cursor;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class BadFileTest {
    @TempDir
    Path folder;

    private Path file;
    private String url;

    @BeforeEach
    void name() {
        file = folder.resolve("leads.db");
        url = "jdbc:sqlite:" + file;
    }

    private void fill(int leads) {
        try (JdbcStore store = JdbcStore.open(url)) {
            for (int i = 0; i < leads; i++) {
                new Leads(store).begin("l" + i);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws IOException {
        Files.writeString(file, "first_name,last_name\n".repeat(500));

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("not a database");

        assertThat(Files.readString(file)).isEqualTo("first_name,last_name\n".repeat(500));
    }

    @Test
    void a_truncated_database_is_refused() throws IOException {
        fill(300);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void damage_inside_the_file_is_said_when_it_is_met() throws IOException {
        fill(300);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] ^ 0x5A);
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> {
                    try (JdbcStore store = JdbcStore.open(url)) {
                        store.events().after(Cursor.START, 1_000);
                    }
                })
                .isInstanceOf(StoreException.class);
    }

    @Test
    void a_schema_of_a_newer_version_is_refused() throws SQLException {
        fill(1);
        execute("insert into sluice_schema (version) values (99)");

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99")
                .hasMessageContaining("newer version");
        assertThatThrownBy(() -> JdbcLog.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99");
    }

    @Test
    void a_database_that_may_only_be_read_is_refused_for_writing() {
        fill(1);
        SQLiteDataSource readOnly = new SQLiteDataSource();
        readOnly.setUrl(url);
        readOnly.setReadOnly(true);

        assertThatThrownBy(() -> JdbcStore.open(readOnly))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("readonly");
        try (JdbcLog log = JdbcLog.open(url)) {
            assertThat(log.stream(Leads.stream("l0"))).hasSize(2);
        }
    }

    @Test
    void a_refused_open_leaves_the_file_free() throws SQLException {
        fill(1);
        execute("insert into sluice_schema (version) values (99)");
        assertThatThrownBy(() -> JdbcStore.open(url)).isInstanceOf(StoreUnavailableException.class);
        execute("delete from sluice_schema where version = 99");

        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(new Leads(store).count()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_is_moved_away_while_it_is_open_takes_nothing_more_and_is_there_when_it_is_back()
            throws IOException {
        Path away = folder.resolve("away.db");
        JdbcStore store = JdbcStore.open(url);
        new Leads(store).begin("a").durable();
        Files.move(file, away);

        assertThatThrownBy(() -> new Leads(store).begin("b").durable())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("moved");
        Files.copy(away, file);
        assertThatThrownBy(() -> new Leads(store).begin("c")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(store::close).isInstanceOf(StoreUnavailableException.class);
        Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);

        try (JdbcStore again = JdbcStore.open(url)) {
            assertThat(again.events().stream(Leads.stream("a"))).hasSize(2);
            new Leads(again).begin("d").durable();
        }
    }

    @Test
    void a_file_that_is_replaced_while_it_is_open_takes_nothing_more() throws IOException {
        JdbcStore store = JdbcStore.open(url);
        Path other = folder.resolve("other.db");
        Files.copy(file, other);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> new Leads(store).begin("a").durable())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("replaced");
        assertThatThrownBy(store::close).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_database_in_memory_is_refused() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:sqlite::memory:"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("name a file");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:sqlite:" + folder.resolve("no/such/leads.db")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void a_url_without_a_driver_is_refused() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:nothing:leads"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("driver");
    }

    @Test
    void reading_a_database_that_is_not_there_makes_none() {
        assertThatThrownBy(() -> JdbcLog.open(url)).isInstanceOf(StoreUnavailableException.class);

        assertThat(file).doesNotExist();
    }

    @Test
    void events_cannot_be_changed_or_deleted_but_a_part_can_be_emptied() throws SQLException {
        fill(1);

        assertThatThrownBy(() -> execute("update event set reason = 'other'")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute("update event set clear = x'00'")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute("delete from event")).hasMessageContaining("never deleted");
        execute("update event set detail = null, clear = null");
    }
}
