package dev.sluice.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** The plugin against H2; it never answers while somebody else holds the table. */
class H2DeliveryContractTest extends HeldTableContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    H2DeliveryContractTest() {
        super(new TestDatabase(
                        "jdbc:h2:mem:contract" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000")
                .with("create table leads (delivery_key varchar(200) primary key, email varchar(2000000))"));
    }

    @Override
    @AfterEach
    void release() throws SQLException {
        super.release();
        database.with("shutdown");
    }
}
