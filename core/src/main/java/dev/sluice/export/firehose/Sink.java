package dev.sluice.export.firehose;

import dev.sluice.delivery.Deadline;

/**
 * Where a firehose goes: files, a table, a queue. A host brings it; each batch comes whole and in order, one at a time for
 * each stream.
 *
 * <p>At least once: after an error, a lost answer or a crash the same batch comes again, with the same
 * {@link SinkBatch#id} and the very same events. A sink that keeps batches by their id, or events by theirs, has each once.
 *
 * <p>Threads: called on the thread that does due work, or on the host's executor; one sink may serve several streams. It may
 * block until {@link SinkBatch#deadline}.
 *
 * <p>Faults: answer with {@link SinkResult#failed} or {@link SinkResult#refused}. An exception counts as failed.
 */
@FunctionalInterface
public interface Sink {

    /** Takes one batch, all of it or nothing; never null. */
    SinkResult take(SinkBatch batch);

    /**
     * Tries the way without an event: {@link SinkResult#taken()} when a batch could come, and where nothing can be tried. May leave a
     * mark that is no event.
     */
    default SinkResult verify(Deadline deadline) {
        return SinkResult.taken();
    }
}
