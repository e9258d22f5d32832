package dev.sluice;

import dev.sluice.store.WorkItem;

/**
 * Does planned work of one kind: retries, batches, cursors. Called by {@link Sluice#runDue}, on its thread, by one process
 * at a time for each item; after a crash, or when it took longer than {@link #LEASE_MINUTES}, the same item may come again.
 */
@FunctionalInterface
public interface DueWork {

    /** How long an item belongs to its taker, in minutes. */
    int LEASE_MINUTES = 10;

    /**
     * Does it, and ends the item in the write that records what was done ({@link dev.sluice.store.Changes#done}), or plans
     * it for later under the same id. Whatever it throws leaves the item planned; it comes again when its lease has run
     * out, with a higher {@link WorkItem#attempts}.
     */
    void run(WorkItem item);
}
