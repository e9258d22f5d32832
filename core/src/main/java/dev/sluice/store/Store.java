package dev.sluice.store;

import java.util.Optional;

/**
 * Everything a flow keeps, behind one way of writing: a {@link Write} declares what it reads, decides purely, and its
 * changes happen all or not at all.
 *
 * <p>Threads: every method may be called from any number of threads at once.
 */
public interface Store extends AutoCloseable {

    /** What {@link Written#durable()} promises. */
    Durability durability();

    /**
     * Runs one write. {@link Write#decide} may run on another caller's thread and more than once, each time on a view that
     * holds every write decided before it; only the last run counts. Returns once the write is decided or handed in;
     * does not wait for durability.
     *
     * @throws StoreUnavailableException if the store can write no more; nothing of this write is or will be kept
     */
    <R> Written<R> write(Write<R> write);

    /** Reading the log. */
    Events events();

    /** The log in the form in which it is kept, to be verified; empty where events are kept as they are. */
    default Optional<StoredLog> log() {
        return Optional.empty();
    }

    /** Leads of people, and forgetting them; empty where nothing outlives the process. */
    default Optional<Subjects> subjects() {
        return Optional.empty();
    }

    /** Taking work that is due. */
    Work work();

    /** Looking over lists and clearing them out. */
    Entries entries();

    /** The wrapped keys of leads. */
    Keys keys();

    /** Open leads, and taking them over. */
    Leads leads();

    /** The lead's working copy as it is durable; empty when there is none. May block. */
    Optional<Sealed> sealed(StreamId lead);

    /** Everything of an account beside its events, as it is durable; as large as that is. May block. */
    Inventory inventory(String account);

    /**
     * A store that keeps events in {@code log} and everything else in {@code state}, for a host that owns a log. What a
     * write takes (reservations, claims, plans) is durable in {@code state} before its events are in {@code log}; what it
     * gives back or ends (settled holds, removed entries, finished work) follows after them. So a crash in between leaves
     * reservations to be released, and never a lead without its reservation. Until its events are durable, others may
     * still see what a write gives back. Who takes a lead over puts right what the end of its last owner left in between.
     * Closing it closes {@code state}.
     */
    static Store split(EventStore log, Store state) {
        return new SplitStore(log, state);
    }

    /** Waits until all that was decided is durable, then lets go of files and connections. A second call does nothing. */
    @Override
    void close();
}
