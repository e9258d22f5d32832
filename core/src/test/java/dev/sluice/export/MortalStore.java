package dev.sluice.export;

import dev.sluice.store.Events;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.Store;
import dev.sluice.store.Write;
import dev.sluice.store.Written;

/** A store in a process that dies at a step: before a write, or when it is durable and nobody knows it yet. */
public final class MortalStore extends ForwardingStore {
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
        super(store);
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
    public Events events() {
        return events;
    }
}
