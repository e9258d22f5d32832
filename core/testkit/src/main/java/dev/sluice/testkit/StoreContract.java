package dev.sluice.testkit;

import dev.sluice.store.Store;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link Store} must do. Extend it, say how an empty store is opened, and run it with JUnit 5. A store that
 * outlives its process extends {@link DurableStoreContract} instead.
 */
public abstract class StoreContract
        implements LogContract,
                QueryContract,
                SelectionContract,
                CounterContract,
                ListContract,
                WorkContract,
                LeadContract,
                WriteContract {
    private Store store;

    /** Opens an empty store; called before each test, which closes it. */
    protected abstract Store open();

    @Override
    public final Store store() {
        return store;
    }

    /** Goes on with another store, closing the present one. */
    final void replace(Supplier<Store> next) {
        store.close();
        store = next.get();
    }

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }
}
