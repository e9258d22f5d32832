package dev.sluice.jdbc.internal.write;

import dev.sluice.store.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the last commits left of each stream. Only the thread that commits uses it. */
final class Recent<V> {
    private static final int CAPACITY = 20_000;

    private final Map<StreamId, V> values = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, V> eldest) {
            return size() > CAPACITY;
        }
    };

    boolean isKnown(StreamId stream) {
        return values.containsKey(stream);
    }

    V of(StreamId stream, Function<StreamId, V> database) {
        V known = values.get(stream);
        if (known == null) {
            known = database.apply(stream);
            values.put(stream, known);
        }
        return known;
    }

    void committed(Map<StreamId, V> latest) {
        values.putAll(latest);
    }

    /** Somebody else may have written to these. */
    void forget(Set<StreamId> streams) {
        values.keySet().removeAll(streams);
    }
}
