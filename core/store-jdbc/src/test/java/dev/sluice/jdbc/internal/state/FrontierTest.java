package dev.sluice.jdbc.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.internal.sql.Session;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierTest {
    @TempDir
    Path folder;

    private Session session;
    private Frontier frontier;

    @BeforeEach
    void fill() {
        String url = "jdbc:sqlite:" + folder.resolve("ids.db");
        session = Session.open(() -> DriverManager.getConnection(url));
        session.update("create table hold (account text, holder text, primary key (account, holder))");
        for (String id : new String[] {"lead_05", "lead_07", "ping_9", "plain", "pong_a\u00e4"}) {
            session.update("insert into hold values ('a', ?)", id);
        }
        frontier = Frontier.of(session, "hold", "holder");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void an_id_above_all_of_its_kind_is_beyond() {
        assertThat(frontier.isBeyond("a", "lead_08")).isTrue();
        assertThat(frontier.isBeyond("a", "lead_07")).isFalse();
        assertThat(frontier.isBeyond("a", "lead_07:again")).isTrue();
        assertThat(frontier.isBeyond("a", "lead_06")).isFalse();
    }

    @Test
    void kinds_and_accounts_do_not_stand_in_each_others_way() {
        assertThat(frontier.isBeyond("a", "batch_1")).isTrue();
        assertThat(frontier.isBeyond("a", "ping_90")).isTrue();
        assertThat(frontier.isBeyond("b", "lead_01")).isTrue();
    }

    @Test
    void what_was_reached_is_not_beyond_any_more() {
        frontier.reach("a", "lead_10");

        assertThat(frontier.isBeyond("a", "lead_09")).isFalse();
        assertThat(frontier.isBeyond("a", "lead_10")).isFalse();
        assertThat(frontier.isBeyond("a", "lead_11")).isTrue();
        assertThat(frontier.isBeyond("b", "lead_09")).isTrue();
    }

    @Test
    void ids_of_no_kind_and_letters_that_databases_order_in_their_own_way_are_always_looked_for() {
        assertThat(frontier.isBeyond("a", "zzz")).isFalse();
        assertThat(frontier.isBeyond("a", "lead_\u00e4")).isFalse();
        assertThat(frontier.isBeyond("a", "pong_az")).isFalse();
        assertThat(frontier.isBeyond("a", "pong_b")).isTrue();
    }
}
