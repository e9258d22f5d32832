package dev.sluice.jdbc;

import dev.sluice.store.Store;
import dev.sluice.testkit.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends DurableStoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return JdbcStore.open("jdbc:h2:" + folder.resolve("leads"));
    }

    @Override
    protected Store reopen() {
        return open();
    }
}
