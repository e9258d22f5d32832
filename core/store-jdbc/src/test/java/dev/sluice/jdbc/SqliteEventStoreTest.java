package dev.sluice.jdbc;

import dev.sluice.store.EventStore;
import dev.sluice.testkit.EventStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventStoreTest extends EventStoreContract {
    @TempDir
    Path folder;

    private @Nullable JdbcEventStore open;

    @Override
    protected EventStore open() {
        open = JdbcEventStore.open("jdbc:sqlite:" + folder.resolve("log"));
        return open;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }
}
