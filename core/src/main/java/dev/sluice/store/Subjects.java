package dev.sluice.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finding the leads of people, and making their data unreadable. Everything is durable on return, and may be done again. May block. */
public interface Subjects {

    /** Whether the store was opened with keys, so that personal values are sealed. */
    boolean isSealing();

    /**
     * The leads that ever had this value, by its keyed hash; in no order.
     *
     * @param type the name of its type: {@code email} or {@code phone}
     * @param normal its normal form
     * @throws IllegalStateException if the store was opened without keys
     */
    List<StreamId> having(String account, String type, String normal);

    /**
     * Destroys the keys of these leads, what they can be found by, and their working copies. What was written without a key is
     * emptied. Their events stay, and verify.
     *
     * @return of how many there was anything to destroy
     */
    int forget(List<StreamId> leads);

    /** Empties these parts of all events of these streams, whose digests stay. */
    void empty(List<StreamId> streams, Set<Part> parts);

    /** Empties these parts of some events, by their numbers in their streams; their digests stay. */
    void empty(Map<StreamId, Set<Long>> events, Set<Part> parts);

    /**
     * Removes events for good, and what is kept of leads that have none left. Whoever calls sees to it that the log can still be
     * proved.
     *
     * @param whole streams, with the number of their last event; one that has gone on meanwhile stays
     * @param beginnings streams that go on, with the number of the last event that leaves
     */
    void remove(Map<StreamId, Long> whole, Map<StreamId, Long> beginnings);

    /** Makes sure that what was destroyed is in none of the store's files; false while somebody who reads prevents it. */
    boolean scrub();
}
