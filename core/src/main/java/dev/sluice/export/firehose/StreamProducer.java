package dev.sluice.export.firehose;

import dev.sluice.delivery.Deadline;
import java.util.List;

/**
 * The client of a stream: of a log of records with partitions, wherever it is. A host brings it.
 *
 * <p>At least once: after an error, a lost answer or a crash the same records come again, with the same ids and in the same order.
 *
 * <p>Threads: as {@link Sink#take}; one producer may serve several sinks.
 */
@FunctionalInterface
public interface StreamProducer {

    /**
     * Puts records into the stream, those of one key in this order.
     *
     * @param deadline until when it may block
     * @return taken once all of them are kept; never null. An exception counts as failed
     */
    SinkResult send(List<StreamRecord> records, Deadline deadline);

    /** Tries the way without a record; see {@link Sink#verify}. */
    default SinkResult verify(Deadline deadline) {
        return SinkResult.taken();
    }
}
