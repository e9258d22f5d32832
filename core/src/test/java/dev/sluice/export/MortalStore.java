package dev.sluice.export;

import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Events;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.Leads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Work;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.util.Optional;

/** A store in a process that dies at a step: before a write, or when it is durable and nobody knows it yet. */
public final class MortalStore implements Store {
    /** The end of a process. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Store store;
    private final Events events;
    private int left = Integer.MAX_VALUE;
    private int steps;

    public MortalStore(Store store) {
        this(store, store.events());
    }

    /** With another log to read. */
    public MortalStore(Store store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Lives for so many more steps. */
    public void dieAfter(int more) {
        left = more;
    }

    public void live() {
        left = Integer.MAX_VALUE;
    }

    public int steps() {
        return steps;
    }

    /** Something at which the process may end. */
    public void step() {
        steps++;
        if (left-- <= 0) {
            throw new Killed();
        }
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        step();
        Written<R> written = store.write(write);
        written.durable();
        step();
        return written;
    }

    @Override
    public Durability durability() {
        return store.durability();
    }

    @Override
    public Events events() {
        return events;
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
