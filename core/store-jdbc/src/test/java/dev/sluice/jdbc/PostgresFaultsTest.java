package dev.sluice.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("real-server")
class PostgresFaultsTest extends FaultsContract {
    @Override
    String fresh() {
        return Server.url();
    }

    @Override
    int step() {
        return 8;
    }
}
