package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables, built up by numbered scripts. A database says which numbers it has; a higher one than ours is refused. */
public final class Schema {
    private final Dialect dialect;
    private final Session session;

    public Schema(Dialect dialect, Session session) {
        this.dialect = dialect;
        this.session = session;
    }

    /** Runs the scripts that the database has not, each in a transaction of its own. */
    public void upgrade() {
        session.transaction(() -> {
            dialect.lockSchema(session);
            session.update("create table if not exists sluice_schema (version integer primary key)");
            // A file that may only be read opens without complaint; better refused now than at the first lead.
            return session.update("update sluice_schema set version = version");
        });
        check();
        for (int next = 1; next <= dialect.schema(); next++) {
            int version = next;
            session.transaction(() -> upgradeTo(version));
        }
    }

    /** Refuses a database that this version cannot read. */
    public void check() {
        check(version());
    }

    private void check(int present) {
        if (present > dialect.schema()) {
            throw new StoreUnavailableException(
                    "the database has schema " + present + ", this version knows up to " + dialect.schema()
                            + ": open it with the newer version that wrote it",
                    null);
        }
    }

    private int version() {
        return session.first("select coalesce(max(version), 0) from sluice_schema", row -> row.getInt(1))
                .orElse(0);
    }

    /** Another process may have been faster. */
    private boolean upgradeTo(int version) {
        dialect.lockSchema(session);
        if (version() >= version) {
            return false;
        }
        statements(version).forEach(session::update);
        session.update("insert into sluice_schema (version) values (?)", version);
        return true;
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
        String file = "/dev/sluice/jdbc/" + dialect.name().toLowerCase(Locale.ROOT)
                + String.format(Locale.ROOT, "/%03d.sql", version);
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
