package dev.sluice.batches;

import dev.sluice.Sluice;
import dev.sluice.internal.batch.BatchControl;
import java.util.List;
import java.util.Optional;

/**
 * The batches of an account: how they stand and what was sent. What is asked for here is noted in the store, and done by
 * whichever process does due work. Immutable and safe on any thread.
 */
public final class Batches {
    private final BatchControl control;

    private Batches(BatchControl control) {
        this.control = control;
    }

    /** The batches of {@code sluice}. */
    public static Batches over(Sluice sluice) {
        return new Batches(new BatchControl(sluice.account(), sluice.store(), sluice.time()));
    }

    /** How the batch stands; empty when it was never defined. */
    public Optional<BatchStatus> status(String batch) {
        return control.status(batch);
    }

    /**
     * The latest files that were sent, the last first.
     *
     * @param limit how many at most
     */
    public List<SentFile> sent(String batch, int limit) {
        return control.sent(batch, limit);
    }

    /** Wants a file of all that waits, whatever its schedule says; false when there is no such batch. */
    public boolean deliverNow(String batch) {
        return control.deliverNow(batch);
    }

    /** Makes no more files until {@link #resume}; rows are still taken. False when there is no such batch. */
    public boolean pause(String batch) {
        return control.pause(batch);
    }

    /** Makes files again; false when there is no such batch. */
    public boolean resume(String batch) {
        return control.resume(batch);
    }
}
