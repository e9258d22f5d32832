package dev.sluice.testkit;

import dev.sluice.store.EventStore;

class MemoryEventStoreTest extends EventStoreContract {
    @Override
    protected EventStore open() {
        return MemoryEventStore.create();
    }
}
