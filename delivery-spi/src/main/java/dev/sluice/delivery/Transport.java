package dev.sluice.delivery;

import dev.sluice.types.Obj;
import java.util.List;

/**
 * Brings whole files to a place: a folder, a server, a mailbox. A host wires it by name
 * ({@code .transport("sftp", transport)}); batches and exports name it.
 *
 * <p>Whole or not at all: a file is written under a temporary name and renamed, so that no part of one ever stands under
 * the final name. A file of that name with the same bytes ({@link OutgoingFile#sha256}, or the size where that is null)
 * is an earlier try that arrived: the answer is {@link TransportResult#alreadyThere}. One with other bytes stays as it
 * is, and the try is refused.
 *
 * <p>Threads: called on the thread that does due work; one instance serves all batches at once. It may block until
 * {@link TransportRequest#deadline()}.
 *
 * <p>Faults: answer with a {@link TransportResult}. An exception is recorded with its class and taken as
 * {@link TransportResult#unknown}.
 */
@FunctionalInterface
public interface Transport {

    /** Brings one file; never null. */
    TransportResult put(TransportRequest request);

    /**
     * Checks settings when a flow opens; none is wrong by default.
     *
     * @return what is wrong, with JSON pointers relative to the settings
     */
    default List<ConfigProblem> check(Obj config) {
        return List.of();
    }
}
