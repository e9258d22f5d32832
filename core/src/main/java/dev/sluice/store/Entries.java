package dev.sluice.store;

import java.time.Instant;

/** Lists as a whole; single entries are read and changed by a {@link Write}. May block. */
public interface Entries {

    /** How many entries of the list count at {@code moment}, of those that are durable. */
    long count(String account, String list, Instant moment);

    /**
     * Removes entries of all the account's lists that no longer count at {@code moment}, those that expired first before
     * the others; durable on return.
     *
     * @param limit how many at most
     * @return how many were removed; fewer than {@code limit} when none is left
     */
    int prune(String account, Instant moment, int limit);
}
