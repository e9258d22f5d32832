package dev.sluice.jdbc;

import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.testkit.MemoryEventStore;
import dev.sluice.testkit.StoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Logs and states of two stores together. */
class SplitTest {

    @Nested
    class LogInAFile extends StoreContract {
        @TempDir
        Path folder;

        /** Closed last: a store that is closed writes what was not yet durable. */
        private static final List<JdbcEventStore> LOGS = new ArrayList<>();

        @Override
        protected Store open() {
            JdbcEventStore log = JdbcEventStore.open("jdbc:sqlite:" + folder.resolve("log.db"));
            LOGS.add(log);
            return Store.split(log, MemoryStore.create());
        }

        @AfterAll
        static void closeLogs() {
            LOGS.forEach(JdbcEventStore::close);
        }
    }

    @Nested
    class StateInAFile extends StoreContract {
        @TempDir
        Path folder;

        @Override
        protected Store open() {
            return Store.split(MemoryEventStore.create(), JdbcStore.open("jdbc:sqlite:" + folder.resolve("state.db")));
        }
    }

    @Nested
    @Tag("real-server")
    class StateOnAServer extends StoreContract {
        @Override
        protected Store open() {
            return Store.split(MemoryEventStore.create(), JdbcStore.open(Server.emptied()));
        }
    }
}
