package dev.sluice.export;

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
}
