package dev.sluice.jdbc;

import dev.sluice.store.Store;
import dev.sluice.testkit.BatchCrashContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBatchCrashTest extends BatchCrashContract {
    @TempDir
    private Path folder;

    private int stores;

    @Override
    protected Store create() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads" + stores++ + ".db"));
    }
}
