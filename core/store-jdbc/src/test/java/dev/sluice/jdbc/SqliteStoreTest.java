package dev.sluice.jdbc;

import dev.sluice.store.Store;
import dev.sluice.testkit.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends DurableStoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
    }

    @Override
    protected Store reopen() {
        return open();
    }
}
