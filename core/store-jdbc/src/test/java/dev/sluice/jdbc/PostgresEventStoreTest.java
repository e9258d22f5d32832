package dev.sluice.jdbc;

import dev.sluice.store.EventStore;
import dev.sluice.testkit.EventStoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("real-server")
class PostgresEventStoreTest extends EventStoreContract {

    private @Nullable JdbcEventStore open;

    @Override
    protected EventStore open() {
        open = JdbcEventStore.open(Server.emptied());
        return open;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }
}
