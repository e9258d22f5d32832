package dev.sluice.audit;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Streams whose parts were emptied for a reason: erasures and purges name them in the stream of their account. */
final class Explained {
    static final String LEADS = "leads";

    private final EventCodec codec = EventCodec.standard();
    private final Set<StreamId> streams = new HashSet<>();

    boolean names(StreamId stream) {
        return streams.contains(stream);
    }

    void read(StoredEvent event) {
        String type = event.columns().getOrDefault("type", "");
        boolean tells = event.stream().id().startsWith(AccountStream.PREFIX)
                && (type.equals(EventType.LEAD_ERASED.text()) || type.equals(EventType.RETENTION_PURGED.text()));
        if (tells) {
            for (Value lead : leads(event)) {
                streams.add(new StreamId(event.stream().account(), lead.text()));
            }
        }
    }

    /** What an event says by itself is not a difference to the one before. */
    private Iterable<Value> leads(StoredEvent event) {
        try {
            Event read = codec.decode(List.of(event)).get(0);
            return read.facts().get(LEADS) instanceof Arr leads ? leads : List.of();
        } catch (StoreException changed) {
            return List.of();
        }
    }
}
