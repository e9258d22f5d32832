package dev.sluice.jdbc;

import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EncodedEvent;
import dev.sluice.store.codec.EventCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A decided write on its way into the database. */
final class Pending implements Job {
    private final Decided decided;
    private final FutureTask<Map<StreamId, List<EncodedEvent>>> encoded;
    private volatile long position;

    Pending(Decided decided, EventCodec codec) {
        this.decided = decided;
        this.encoded = new FutureTask<>(() -> encoded(decided, codec));
    }

    private static Map<StreamId, List<EncodedEvent>> encoded(Decided decided, EventCodec codec) {
        Map<StreamId, List<EncodedEvent>> runs = new LinkedHashMap<>();
        decided.runs().forEach((stream, run) -> runs.put(stream, codec.encode(run)));
        return runs;
    }

    /** Gives the events their stored form, once: by the caller who wrote them, or by the one who commits if he is first. */
    void encode() {
        encoded.run();
    }

    @Override
    public void into(Batch batch) {
        encode();
        batch.events(encodedRuns());
        batch.state(decided);
        position = batch.position();
    }

    private Map<StreamId, List<EncodedEvent>> encodedRuns() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return encoded.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException fault) {
                    throw new IllegalStateException("events could not be encoded", fault.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Known once durable. */
    long position() {
        return position;
    }
}
