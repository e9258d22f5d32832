package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.export.firehose.Sink;
import dev.sluice.export.firehose.SinkResult;
import dev.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcSinkTest {
    @TempDir
    Path folder;

    abstract static class InTable extends SinkContract {
        abstract String url();

        @Override
        protected Sink sink() {
            return JdbcSink.into(url(), "warehouse");
        }

        @Override
        protected List<String> held() {
            return ids(url());
        }
    }

    static List<String> ids(String url) {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT event_id FROM warehouse")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Nested
    class OnSqlite extends InTable {
        @Override
        String url() {
            return "jdbc:sqlite:" + folder.resolve("warehouse.db");
        }
    }

    @Nested
    class OnH2 extends InTable {
        @Override
        String url() {
            return "jdbc:h2:" + folder.resolve("warehouse").toAbsolutePath();
        }
    }

    @Test
    void a_database_that_is_away_is_a_reason_without_an_address() {
        Sink sink = JdbcSink.into(
                () -> {
                    throw new SQLException("secret host", "08001");
                },
                "warehouse");

        assertThat(sink.take(FirehoseKillTest.batch()))
                .isEqualTo(SinkResult.failed("the database refused the rows, SQL state 08001"));
    }

    @Test
    void a_table_is_a_name_and_nothing_else() {
        assertThatThrownBy(() -> JdbcSink.into("jdbc:sqlite:x.db", "events; DROP TABLE x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
