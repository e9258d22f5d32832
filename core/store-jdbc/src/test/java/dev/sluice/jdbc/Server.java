package dev.sluice.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for each test process; every test has a schema of its own. */
final class Server {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Server() {}

    private static final class Running {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPort(0)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        // Its transactions would hold readers up for a moment, and tests want to read at once.
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
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
