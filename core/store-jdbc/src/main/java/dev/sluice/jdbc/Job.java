package dev.sluice.jdbc;

/** One caller's part of a commit. */
interface Job {
    /** Adds to the transaction; on the thread that commits, in the order of decisions. */
    void into(Batch batch);
}
