package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Cursor;
import dev.sluice.store.StoreUnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWriterTest {
    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void name() {
        url = "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    @Test
    void a_second_process_is_refused_with_the_name_of_the_first_until_that_is_gone() {
        try (Child child = Child.start(Child.Holds.class, url)) {
            assertThat(child.line()).isEqualTo("open");

            assertThatThrownBy(() -> JdbcStore.open(url))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("leads.db")
                    .hasMessageContaining("process " + child.pid());

            child.kill();
        }
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(new Leads(store).count()).isEqualTo(1);
        }
    }

    @Test
    void a_second_store_in_the_same_process_is_refused_and_does_not_harm_the_first() {
        try (JdbcStore store = JdbcStore.open(url)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> JdbcStore.open(url))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("this process");
            }
            new Leads(store).begin("a").durable();
        }
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(new Leads(store).count()).isEqualTo(1);
        }
    }

    @Test
    void the_same_file_under_another_name_is_still_the_same_file() {
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();

            assertThatThrownBy(() ->
                            JdbcStore.open("jdbc:sqlite:" + folder.resolve("../" + folder.getFileName() + "/leads.db")))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void others_may_read_while_one_writes() {
        try (JdbcStore store = JdbcStore.open(url);
                JdbcLog log = JdbcLog.open(url)) {
            new Leads(store).begin("a").durable();
            assertThat(log.stream(Leads.stream("a"))).hasSize(2);

            new Leads(store).complete("a").durable();
            assertThat(log.stream(Leads.stream("a"))).hasSize(3);
            assertThat(log.after(Cursor.START, 10).events()).hasSize(3);
        }
    }
}
