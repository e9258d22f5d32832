package dev.sluice.batches;

import dev.sluice.DueReport;
import dev.sluice.Sluice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The batches of an account: how they stand and what was sent. What is asked for here is noted in the store, and done by
 * whichever process does due work. Safe on any thread.
 */
public interface Batches {

    /** The batches of {@code sluice}. */
    static Batches over(Sluice sluice) {
        return sluice.batches();
    }

    /** How the batch stands; empty when it was never defined. */
    Optional<BatchStatus> status(String batch);

    /**
     * The latest files that were sent, the last first.
     *
     * @param limit how many at most; never more than 1,000
     */
    List<SentFile> sent(String batch, int limit);

    /** A file that was sent, by its number; empty when there is none. */
    Optional<SentFile> file(String batch, long number);

    /**
     * Wants a file of all that waits, whatever its schedule says; false when there is no such batch. While the batch collects only,
     * the wish waits.
     */
    boolean deliverNow(String batch);

    /**
     * Wants a file that was sent to be sent again, as a file of its own in the list; false when there is no such file. Its rows were sent before:
     * they are sent again because somebody asks. With {@link Settings#AS_SENT} it has its name and its bytes, so a
     * transport that finds it at its place has nothing to do; when its leads are gone, it fails. While the batch collects only, the wish waits.
     */
    boolean redeliver(String batch, long number, Settings settings);

    /**
     * Writes the bytes of a file that was sent: the copy that the host's archive keeps, or made again of its leads.
     *
     * @throws IOException if {@code out} or the folder for temporary files does
     */
    Download download(String batch, long number, OutputStream out) throws IOException;

    /** Makes no more files until {@link #resume}; rows are still taken. False when there is no such batch. */
    boolean pause(String batch);

    /** Makes files again; false when there is no such batch. */
    boolean resume(String batch);

    /**
     * Does what is due of batches alone, on this thread: makes and sends files, tells leads that theirs has arrived, clears the archive.
     * {@link Sluice#runDue} does so too, beside all else; this is for a process that has the transports, and not the plugins of flows.
     *
     * @param limit how many pieces of work at most, at least 1
     */
    DueReport runDue(int limit);
}
