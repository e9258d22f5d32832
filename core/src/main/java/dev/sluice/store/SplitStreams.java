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

    private long forgotten;

    SplitStreams(EventStore log) {
        this.log = log;
    }

    private record Decided(StreamHead head, long write) {}

    /** Says that the log must be asked first; thrown out of a decision, which then runs again. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient StreamId stream;

        Unknown(StreamId stream) {
            super("the head of " + stream.id() + " has to be read first", null, false, false);
            this.stream = stream;
        }

        StreamId stream() {
            return stream;
        }
    }

    StreamHead head(StreamId stream) {
        Decided decided = heads.get(stream);
        if (decided == null) {
            throw new Unknown(stream);
        }
        return decided.head();
    }

    /** What the log has, which may be slow: not for those who decide. */
    StreamHead read(StreamId stream) {
        List<StoredEvent> stored = log.stream(stream);
        return stored.isEmpty()
                ? StreamHead.NONE
                : new StreamHead(stored.get(stored.size() - 1).seq());
    }

    /** How often heads were forgotten. */
    long forgotten() {
        return forgotten;
    }

    /** Takes what was read for true, unless something was decided, and perhaps forgotten again, since. */
    void learn(StreamId stream, StreamHead head, long forgottenThen) {
        if (forgotten == forgottenThen) {
            heads.putIfAbsent(stream, new Decided(head, 0));
        }
    }

    void decided(Map<StreamId, StreamHead> next, long write, long durable) {
        if (heads.size() > CAPACITY) {
            heads.values().removeIf(decided -> decided.write() <= durable);
            forgotten++;
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
