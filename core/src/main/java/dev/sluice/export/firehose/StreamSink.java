package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.json.ValueJson;

/** A record for each event in a stream of the host's. Immutable; safe on any thread. */
public final class StreamSink implements Sink {
    private final StreamProducer producer;
    private final PartitionKey key;
    private final Envelope envelope;

    private StreamSink(StreamProducer producer, PartitionKey key, Envelope envelope) {
        this.producer = producer;
        this.key = key;
        this.envelope = envelope;
    }

    /** Records with events as they are shown everywhere, in order for each lead. */
    public static StreamSink over(StreamProducer producer) {
        return new StreamSink(requireNonNull(producer, "producer"), PartitionKey.LEAD, Envelope.EVENT);
    }

    /** With other partitions; {@link PartitionKey#LEAD} by default. */
    public StreamSink by(PartitionKey other) {
        return new StreamSink(producer, requireNonNull(other, "other"), envelope);
    }

    /** In another envelope; {@link Envelope#EVENT} by default. */
    public StreamSink in(Envelope other) {
        return new StreamSink(producer, key, requireNonNull(other, "other"));
    }

    @Override
    public SinkResult take(SinkBatch batch) {
        return producer.send(
                batch.events().stream().map(event -> record(batch, event)).toList(), batch.deadline());
    }

    private StreamRecord record(SinkBatch batch, Event event) {
        return new StreamRecord(event.id(), key.of(event), ValueJson.write(envelope.of(batch, event)));
    }

    @Override
    public SinkResult verify(Deadline deadline) {
        return producer.verify(deadline);
    }
}
