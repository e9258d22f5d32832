package dev.sluice.jdbc;

import dev.sluice.store.Store;
import dev.sluice.testkit.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A store that seals personal values does all that a store must do. */
@Tag("long")
class SealedH2StoreTest extends DurableStoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return JdbcStore.open("jdbc:h2:" + folder.resolve("leads"), SealedSqliteStoreTest.PRIVACY);
    }

    @Override
    protected Store reopen() {
        return open();
    }
}
