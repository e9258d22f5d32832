package dev.sluice.jdbc;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class SqliteFaultsTest extends FaultsContract {
    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    Path folder;

    @Override
    String fresh() {
        return "jdbc:sqlite:" + folder.resolve("leads" + FILES.incrementAndGet());
    }

    @Override
    int step() {
        return 1;
    }
}
