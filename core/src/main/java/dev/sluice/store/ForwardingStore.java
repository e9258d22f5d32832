package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Hands everything on to another store: a start for those that do one thing in another way. The log as it is kept and its
 * subjects are not handed on ({@link Store#log}, {@link Store#subjects}): they would tell of the other store, not of this one.
 */
public abstract class ForwardingStore implements Store {
    private final Store store;

    protected ForwardingStore(Store store) {
        this.store = requireNonNull(store, "store");
    }

    @Override
    public Durability durability() {
        return store.durability();
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        return store.write(write);
    }

    @Override
    public Events events() {
        return store.events();
    }

    @Override
    public Work work() {
        return store.work();
    }

    @Override
    public Entries entries() {
        return store.entries();
    }

    @Override
    public Keys keys() {
        return store.keys();
    }

    @Override
    public Leads leads() {
        return store.leads();
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return store.sealed(lead);
    }

    @Override
    public Inventory inventory(String account) {
        return store.inventory(account);
    }

    @Override
    public void close() {
        store.close();
    }
}
