package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.jdbc.internal.sql.ByPosition;
import dev.sluice.jdbc.internal.sql.ByTransaction;
import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.ReadingOrder;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Cursor;
import dev.sluice.store.StoredEvent;
import dev.sluice.testkit.Race;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transactions commit in another order than they began in; who follows the log must not pass over the late ones. */
@Tag("real-server")
class OvertakingTest {
    private final String url = Server.url();

    /** Follows a log in some order. */
    private final class Follower {
        private final ReadingOrder order;
        private final List<String> read = new ArrayList<>();
        private Cursor cursor = Cursor.START;

        Follower(ReadingOrder order) {
            this.order = order;
        }

        void readOn() {
            try (Session session = Session.reader(() -> DriverManager.getConnection(url))) {
                readOn(session);
            }
        }

        private void readOn(Session session) {
            List<EventTable.Placed> page = order.after(session, cursor, 3);
            while (!page.isEmpty()) {
                page.forEach(placed -> read.add(id(placed.event())));
                cursor = page.get(page.size() - 1).place();
                page = order.after(session, cursor, 3);
            }
        }
    }

    private static String id(StoredEvent event) {
        return event.stream().id() + " " + event.seq();
    }

    @Test
    void an_event_that_is_committed_late_is_read_late_and_by_position_alone_it_is_missed() throws SQLException {
        Follower right = new Follower(new ByTransaction());
        Follower byPositionAlone = new Follower(ByPosition.PLAIN);
        try (JdbcStore store = JdbcStore.open(url);
                Connection slow = DriverManager.getConnection(url);
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.executeUpdate("insert into event (account, stream, seq, type, at, v, hash)"
                    + " values ('default', 'lead_slow', 1, 'filter.passed', 0, 1, '')");
            new Leads(store).begin("fast").durable();
            right.readOn();
            byPositionAlone.readOn();
            slow.commit();
            right.readOn();
            byPositionAlone.readOn();
        }
        assertThat(right.read).containsExactly("lead_slow 1", "lead_fast 1", "lead_fast 2");
        assertThat(byPositionAlone.read).containsExactly("lead_fast 1", "lead_fast 2");
    }

    @Test
    void transactions_are_read_by_their_numbers_whatever_digits_these_have() throws SQLException {
        JdbcStore.open(url).close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (int tx : new int[] {100, 99, 10, 9, 101, 98}) {
                statement.executeUpdate("insert into event (account, stream, seq, type, at, v, hash, tx)"
                        + " values ('default', 'lead_" + tx + "', 1, 'filter.passed', 0, 1, '', '" + tx + "')");
            }
            Follower follower = new Follower(new ByTransaction());
            follower.readOn();

            assertThat(follower.read)
                    .containsExactly("lead_9 1", "lead_10 1", "lead_98 1", "lead_99 1", "lead_100 1", "lead_101 1");
        }
    }

    @Test
    void a_reader_that_follows_two_stores_misses_nothing() {
        int leads = 150;
        AtomicInteger running = new AtomicInteger(8);
        try (JdbcStore one = JdbcStore.open(url);
                JdbcStore other = JdbcStore.open(url)) {
            List<List<String>> read = Race.run(
                    9,
                    i -> i == 0
                            ? () -> following(running)
                            : writing(new Leads(i % 2 == 0 ? one : other), "w" + i + "_", leads, running));

            assertThat(read.get(0)).hasSize(8 * leads * 2).doesNotHaveDuplicates();
        }
    }

    private List<String> following(AtomicInteger running) {
        Follower follower = new Follower(new ByTransaction());
        try (Session session = Session.reader(() -> DriverManager.getConnection(url))) {
            boolean last = false;
            while (!last) {
                last = running.get() == 0;
                follower.readOn(session);
            }
        }
        return follower.read;
    }

    private static Callable<List<String>> writing(Leads leads, String prefix, int count, AtomicInteger running) {
        return () -> {
            for (int i = 0; i < count; i++) {
                leads.begin(prefix + i).durable();
            }
            running.decrementAndGet();
            return List.of();
        };
    }
}
