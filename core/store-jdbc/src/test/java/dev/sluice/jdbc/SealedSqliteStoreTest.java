package dev.sluice.jdbc;

import dev.sluice.WorkingKeys;
import dev.sluice.store.Privacy;
import dev.sluice.store.Store;
import dev.sluice.testkit.DurableStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A store that seals personal values does all that a store must do. */
@Tag("long")
class SealedSqliteStoreTest extends DurableStoreContract {
    static final Privacy PRIVACY = new Privacy(
            WorkingKeys.of("2026", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
            "an index key of the host".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), PRIVACY);
    }

    @Override
    protected Store reopen() {
        return open();
    }
}
