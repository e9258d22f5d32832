package dev.sluice.jdbc;

import dev.sluice.jdbc.internal.sql.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for each test process; every test has a schema of its own. */
final class Server {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Server() {}

    private static final class Running {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                // Nothing in these tests is about power loss, and forcing each schema to the device takes most of their
                // time.
                return builder().setServerConfig("fsync", "off").setPort(0).start();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // Its transactions would hold readers up for a moment, and tests want to read at once.
                .setServerConfig("autovacuum", "off");
    }

    /** A server that one test has for itself, to stop it and start it again. */
    static final class Own {
        private final Path folder;
        private EmbeddedPostgres running;

        private Own(Path folder, EmbeddedPostgres running) {
            this.folder = folder;
            this.running = running;
        }

        static Own in(Path folder) throws IOException {
            return new Own(
                    folder,
                    builder()
                            .setPort(0)
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .start());
        }

        String url() {
            return running.getJdbcUrl("postgres", "postgres");
        }

        void stop() throws IOException {
            running.close();
        }

        /** At the same place, with the same data. */
        void start() throws IOException {
            running = builder()
                    .setPort(running.getPort())
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .start();
        }
    }

    /** The address of a schema that tests of one class use in turn, empty but for its tables. */
    static String emptied() {
        String url = Shared.URL;
        try (Session session = Session.writer(() -> DriverManager.getConnection(url))) {
            List<String> tables = session.list(
                    "select tablename from pg_tables where schemaname = current_schema() and tablename <> 'sluice_schema'",
                    row -> row.getString(1));
            if (!tables.isEmpty()) {
                session.update("truncate " + String.join(", ", tables));
            }
        }
        return url;
    }

    private static final class Shared {
        static final String URL = url();
    }

    /** The address of an empty schema. */
    static String url() {
        String schema = "t" + SCHEMAS.incrementAndGet();
        String url = Running.POSTGRES.getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return url + "&currentSchema=" + schema;
    }
}
