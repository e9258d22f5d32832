package dev.sluice.testkit;

import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return MemoryStore.create();
    }
}
