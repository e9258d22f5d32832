package dev.sluice.store.codec;

import dev.sluice.event.Event;
import dev.sluice.store.StreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The events of a write on their way into their stored form. It is made once: by the caller who wrote them, in parallel
 * with other callers, or by the one who commits if he comes first. Safe on any thread.
 */
public final class Encoding {
    private final FutureTask<Map<StreamId, List<EncodedEvent>>> task;

    Encoding(Map<StreamId, List<Event>> runs, EventCodec codec) {
        this.task = new FutureTask<>(() -> encoded(runs, codec));
    }

    private static Map<StreamId, List<EncodedEvent>> encoded(Map<StreamId, List<Event>> runs, EventCodec codec) {
        Map<StreamId, List<EncodedEvent>> encoded = new LinkedHashMap<>();
        runs.forEach((stream, run) -> encoded.put(stream, codec.encode(run)));
        return encoded;
    }

    /** Encodes, unless somebody does or has done so. */
    public void run() {
        task.run();
    }

    /** The encoded events of each stream, in their order; waits for whoever is encoding them. */
    public Map<StreamId, List<EncodedEvent>> result() {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
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
}
