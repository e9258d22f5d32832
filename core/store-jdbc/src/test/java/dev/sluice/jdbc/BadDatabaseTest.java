package dev.sluice.jdbc;

import static dev.sluice.jdbc.Leads.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StoreUnavailableException;
import dev.sluice.testkit.Race;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that cannot be used; those of SQLite are in a test of their own. */
class BadDatabaseTest {
    @TempDir
    Path folder;

    private String h2() {
        return "jdbc:h2:" + folder.resolve("leads");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_newer_schema_is_refused_in_a_pure_java_file_also_for_reading() throws SQLException {
        JdbcStore.open(h2()).close();
        execute(h2(), "insert into sluice_schema (version) values (99)");

        assertThatThrownBy(() -> JdbcStore.open(h2()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99");
        assertThatThrownBy(() -> JdbcLog.open(h2()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99");
    }

    @Test
    @Tag("real-server")
    void a_newer_schema_is_refused_on_a_server() throws SQLException {
        String url = Server.url();
        JdbcStore.open(url).close();
        execute(url, "insert into sluice_schema (version) values (99)");

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("schema 99");
    }

    @Test
    @Tag("real-server")
    void events_on_a_server_cannot_be_changed_or_deleted_but_a_part_can_be_emptied() throws SQLException {
        String url = Server.url();
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();
        }

        assertThatThrownBy(() -> execute(url, "update event set reason = 'other'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute(url, "update event set clear = ''")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute(url, "delete from event")).hasMessageContaining("never deleted");
        execute(url, "update event set detail = null, clear = null");
    }

    @Test
    @Tag("real-server")
    void two_who_open_an_empty_database_at_once_both_get_it() {
        String url = Server.url();

        assertThat(Race.run(6, i -> () -> {
                    try (JdbcStore store = JdbcStore.open(url)) {
                        return new Leads(store).begin("l" + i).durable();
                    }
                }))
                .hasSize(6);
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(new Leads(store).count()).isEqualTo(6);
        }
    }

    @Test
    void a_server_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:postgresql://127.0.0.1:1/leads"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void a_second_store_on_a_pure_java_file_is_refused_and_does_not_harm_the_first() {
        try (JdbcStore store = JdbcStore.open(h2())) {
            assertThatThrownBy(() -> JdbcStore.open(h2()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("this process");
            new Leads(store).begin("a").durable();
        }
        try (JdbcStore store = JdbcStore.open(h2())) {
            assertThat(new Leads(store).count()).isEqualTo(1);
        }
    }

    @Test
    void a_second_process_on_a_pure_java_file_is_refused_until_the_first_is_gone() {
        try (Child child = Child.start(Child.Holds.class, h2())) {
            assertThat(child.line()).isEqualTo("open");

            assertThatThrownBy(() -> JdbcStore.open(h2())).isInstanceOf(StoreUnavailableException.class);
            child.kill();
        }
        try (JdbcStore store = JdbcStore.open(h2())) {
            assertThat(new Leads(store).count()).isEqualTo(1);
        }
    }

    @Test
    void a_pure_java_file_that_is_cut_short_is_refused() throws IOException {
        try (JdbcStore store = JdbcStore.open(h2())) {
            for (int i = 0; i < 100; i++) {
                new Leads(store).begin("l" + i);
            }
        }
        Path file = folder.resolve("leads.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> JdbcStore.open(h2()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void a_pure_java_file_that_may_be_written_in_its_middle_is_refused() throws IOException, SQLException {
        JdbcStore.open(h2()).close();

        try (Connection host = DriverManager.getConnection(h2())) {
            assertThat(host.isClosed()).isFalse();
            assertThatThrownBy(() -> JdbcStore.open(h2()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in its URL");
        }
        assertThatThrownBy(() -> JdbcStore.open(h2() + ";REUSE_SPACE=TRUE"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("REUSE_SPACE=FALSE");
    }

    @Test
    void a_database_in_memory_is_refused() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:h2:mem:leads"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("name a file");
    }

    @Test
    void a_file_of_the_first_schema_is_brought_up_to_the_present_one_and_keeps_its_events() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();
        }
        execute(url, "drop index lead_by_busy");
        execute(url, "drop index event_by_type");
        execute(url, "drop index event_by_entity");
        execute(url, "drop table event_block");
        execute(url, "delete from sluice_schema where version > 1");

        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(store.events().stream(stream("a"))).hasSize(2);
            new Leads(store).complete("a").durable();
        }
        execute(url, "drop index lead_by_busy");
    }

    @Test
    void the_scripts_of_every_database_have_the_same_tables_and_columns() throws IOException {
        String sqlite = columns("sqlite");

        assertThat(columns("h2")).isEqualTo(sqlite);
        assertThat(columns("postgresql").replace("event.tx ", "").replaceAll("write_batch\\.\\w+ ", ""))
                .isEqualTo(sqlite);
    }

    private static String columns(String name) throws IOException {
        String script;
        try (InputStream in = JdbcStore.class.getResourceAsStream(name + "/001.sql")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder columns = new StringBuilder();
        String table = "";
        for (String line : script.lines().toList()) {
            if (line.startsWith("create table ")) {
                table = line.replace("if not exists ", "").split(" ")[2];
            } else if (line.startsWith("create ") || line.startsWith(")")) {
                table = "";
            } else if (!table.isEmpty()
                    && line.matches("    [\"a-z_]+ +[a-z0-9()]+.*")
                    && !line.contains("key (")
                    && !line.contains("unique (")) {
                columns.append(table)
                        .append('.')
                        .append(line.strip().split(" ")[0])
                        .append(' ');
            }
        }
        return columns.toString();
    }
}
