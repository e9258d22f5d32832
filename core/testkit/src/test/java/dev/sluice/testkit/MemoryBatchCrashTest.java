package dev.sluice.testkit;

import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;

class MemoryBatchCrashTest extends BatchCrashContract {
    @Override
    protected Store create() {
        return MemoryStore.create();
    }
}
