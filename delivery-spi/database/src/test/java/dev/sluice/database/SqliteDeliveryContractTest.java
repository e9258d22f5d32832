package dev.sluice.database;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The plugin against SQLite; it never answers while somebody else holds the file. */
class SqliteDeliveryContractTest extends HeldTableContract {
    SqliteDeliveryContractTest(@TempDir Path folder) {
        super(new TestDatabase("jdbc:sqlite:" + folder.resolve("leads.db") + "?busy_timeout=10000")
                .with("create table leads (delivery_key varchar(200) primary key, email text)"));
    }
}
