package dev.sluice.jdbc;

import dev.sluice.store.Store;
import dev.sluice.testkit.DurableStoreContract;
import org.junit.jupiter.api.Tag;

@Tag("real-server")
class PostgresStoreTest extends DurableStoreContract {
    private String url = "";

    @Override
    protected Store open() {
        url = Server.emptied();
        return JdbcStore.open(url);
    }

    @Override
    protected Store reopen() {
        return JdbcStore.open(url);
    }
}
