package dev.sluice.jdbc;

import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables, built up by numbered scripts. A database says which numbers it has; a higher one than ours is refused. */
final class Schema {
    private static final int VERSION = 1;

    private final Dialect dialect;
    private final Session session;

    Schema(Dialect dialect, Session session) {
        this.dialect = dialect;
        this.session = session;
    }

    /** Runs the scripts that the database has not, each in a transaction of its own. */
    void upgrade() {
        int present = session.transaction(() -> {
            session.update("create table if not exists sluice_schema (version integer primary key)");
            // A file that may only be read opens without complaint; better refused now than at the first lead.
            session.update("update sluice_schema set version = version");
            return version();
        });
        check(present);
        for (int next = present + 1; next <= VERSION; next++) {
            upgradeTo(next);
        }
    }

    /** Refuses a database that this version cannot read. */
    void check() {
        check(version());
    }

    private static void check(int present) {
        if (present > VERSION) {
            throw new StoreUnavailableException(
                    "the database has schema " + present + ", this version knows up to " + VERSION
                            + ": open it with the newer version that wrote it",
                    null);
        }
    }

    private int version() {
        return session.first("select coalesce(max(version), 0) from sluice_schema", row -> row.getInt(1))
                .orElse(0);
    }

    private void upgradeTo(int version) {
        List<String> statements = statements(version);
        session.transaction(() -> {
            statements.forEach(session::update);
            return session.update("insert into sluice_schema (version) values (?)", version);
        });
    }

    private List<String> statements(int version) {
        List<String> statements = new ArrayList<>();
        for (String part : script(version).split("\n\n", -1)) {
            String sql = part.lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + b + "\n");
            if (!sql.isBlank()) {
                statements.add(sql.strip());
            }
        }
        return statements;
    }

    private String script(int version) {
        String file = dialect.name() + String.format(Locale.ROOT, "/%03d.sql", version);
        try (InputStream in = Schema.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException("the jar's " + file + " cannot be read", fault);
        }
    }
}
