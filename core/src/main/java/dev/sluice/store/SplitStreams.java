package dev.sluice.store;

import dev.sluice.store.codec.Chain;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the streams of a log end: as decided, for those who decide one at a time, and as written, for the one who commits.
 */
final class SplitStreams {
    private static final int CAPACITY = 10_000;

    private final EventStore log;
    private final Map<StreamId, Decided> heads = new HashMap<>();
    private final Map<StreamId, byte[]> hashes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, byte[]> eldest) {
            return size() > CAPACITY;
        }
    };

    SplitStreams(EventStore log) {
        this.log = log;
    }

    private record Decided(StreamHead head, long write) {}

    StreamHead head(StreamId stream) {
        Decided decided = heads.get(stream);
        if (decided != null) {
            return decided.head();
        }
        List<StoredEvent> stored = log.stream(stream);
        return stored.isEmpty()
                ? StreamHead.NONE
                : new StreamHead(stored.get(stored.size() - 1).seq());
    }

    void decided(Map<StreamId, StreamHead> next, long write, long durable) {
        if (heads.size() > CAPACITY) {
            heads.values().removeIf(decided -> decided.write() <= durable);
        }
        next.forEach((stream, head) -> heads.put(stream, new Decided(head, write)));
    }

    byte[] hash(StreamId stream) {
        byte[] known = hashes.get(stream);
        if (known != null) {
            return known;
        }
        List<StoredEvent> stored = log.stream(stream);
        return stored.isEmpty() ? Chain.START : stored.get(stored.size() - 1).hash();
    }

    void hash(StreamId stream, byte[] last) {
        hashes.put(stream, last);
    }
}
