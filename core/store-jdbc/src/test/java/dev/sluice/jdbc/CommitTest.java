package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Cursor;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Written;
import dev.sluice.testkit.Race;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
    @TempDir
    Path folder;

    private String url;
    private CountingSource source;

    @BeforeEach
    void name() {
        url = "jdbc:sqlite:" + folder.resolve("leads.db");
        source = new CountingSource(url);
    }

    @Test
    void writes_that_nobody_waits_for_share_one_commit() {
        try (JdbcStore store = JdbcStore.open(source)) {
            int before = source.commits.get();
            Leads leads = new Leads(store);
            for (int i = 0; i < 100; i++) {
                leads.begin("l" + i);
            }
            Written<Boolean> last = leads.complete("l7");

            assertThat(source.commits.get()).isEqualTo(before);
            assertThat(store.events().after(Cursor.START, 1_000).events()).isEmpty();
            last.durable();
            assertThat(source.commits.get()).isEqualTo(before + 1);
            assertThat(store.events().after(Cursor.START, 1_000).events()).hasSize(201);
        }
    }

    @Test
    void callers_who_wait_at_the_same_time_share_commits() {
        int threads = 8;
        int leads = 50;
        try (JdbcStore store = JdbcStore.open(source)) {
            int before = source.commits.get();

            Race.run(threads, t -> () -> {
                for (int i = 0; i < leads; i++) {
                    new Leads(store).begin(t + "_" + i).durable();
                }
                return true;
            });

            int commits = source.commits.get() - before;
            assertThat(new Leads(store).count()).isEqualTo(threads * leads);
            assertThat(commits).as("commits for %s writes", threads * leads).isLessThan(threads * leads / 2);
        }
    }

    @Test
    void a_caller_who_never_waits_does_not_pile_up_writes_without_end() {
        try (JdbcStore store = JdbcStore.open(source)) {
            Leads leads = new Leads(store);
            for (int i = 0; i < 5_000; i++) {
                leads.begin("l" + i);
            }

            assertThat(store.events().after(Cursor.START, 10_000).events()).hasSizeGreaterThan(8_000);
        }
    }

    @Test
    void after_a_failed_commit_everything_is_refused_until_the_store_is_opened_again() {
        JdbcStore store = JdbcStore.open(source);
        Leads leads = new Leads(store);
        leads.begin("kept").durable();
        Written<Boolean> first = leads.begin("lost");
        Written<Boolean> second = leads.begin("lost too");
        source.failing = true;

        assertThatThrownBy(first::durable)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("disk I/O error");
        source.failing = false;
        assertThatThrownBy(second::durable).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> leads.begin("later")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(store::close).isInstanceOf(StoreUnavailableException.class);

        try (JdbcStore again = JdbcStore.open(source)) {
            assertThat(new Leads(again).count()).isEqualTo(1);
            assertThat(again.events().stream(Leads.stream("kept"))).hasSize(2);
            assertThat(again.events().stream(Leads.stream("lost"))).isEmpty();
        }
    }

    @Test
    void a_full_device_loses_nothing_that_was_durable() {
        source.maxPages = 60;
        int kept = 0;
        JdbcStore store = JdbcStore.open(source);
        try {
            while (kept < 10_000) {
                new Leads(store).begin("l" + kept).durable();
                kept++;
            }
        } catch (StoreUnavailableException full) {
            assertThat(full).hasMessageContaining("full");
        }
        assertThat(kept).isBetween(1, 9_999);
        assertThatThrownBy(store::close).isInstanceOf(StoreUnavailableException.class);
        source.maxPages = Integer.MAX_VALUE;

        try (JdbcStore again = JdbcStore.open(source)) {
            assertThat(new Leads(again).count()).isEqualTo(kept);
            assertThat(again.events().stream(Leads.stream("l" + (kept - 1)))).hasSize(2);
            new Leads(again).begin("l" + kept).durable();
        }
    }

    @Test
    void the_row_of_a_lead_sums_up_its_events() throws SQLException {
        try (JdbcStore store = JdbcStore.open(source)) {
            new Leads(store).begin("a").durable();
            new Leads(store).complete("a").durable();
            new Leads(store).begin("b").durable();
        }

        try (Session session = Session.open(() -> DriverManager.getConnection(url))) {
            List<String> rows = session.list(
                    "select lead_id, flow, rev, source, state, submitted_at, completed_at, cost, revenue, last_seq"
                            + " from lead order by lead_id",
                    row -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + " " + row.getString(4)
                            + " "
                            + row.getString(5) + " " + row.getLong(6) + " " + row.getLong(7) + " " + row.getLong(8)
                            + " " + row.getLong(9) + " " + row.getInt(10));
            assertThat(rows)
                    .containsExactly(
                            "lead_a solar 1 web completed 1773585001000 1773585003000 12500000 20000000 3",
                            "lead_b solar 1 web accepted 1773585001000 0 12500000 0 2");
        }
    }
}
