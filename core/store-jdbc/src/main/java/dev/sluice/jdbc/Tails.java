package dev.sluice.jdbc;

import dev.sluice.store.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the log and its latest streams end. Only the thread that commits uses it. */
final class Tails {
    private static final int CAPACITY = 20_000;

    private final Map<StreamId, byte[]> hashes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, byte[]> eldest) {
            return size() > CAPACITY;
        }
    };
    private long position;

    Tails(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    long next() {
        return ++position;
    }

    byte[] hash(StreamId stream, EventTable events) {
        byte[] known = hashes.get(stream);
        return known == null ? events.lastHash(stream) : known;
    }

    void hash(StreamId stream, byte[] last) {
        hashes.put(stream, last);
    }
}
