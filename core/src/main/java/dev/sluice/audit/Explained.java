package dev.sluice.audit;

import dev.sluice.event.EventType;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Streams whose parts were emptied for a reason: erasures and purges name them in the stream of their account. */
final class Explained {
    static final String LEADS = "leads";
    static final String PART = "part";
    static final String DETAIL = "detail";

    private final EventCodec codec = EventCodec.standard();
    private final Set<StreamId> streams = new HashSet<>();
    private final Set<StreamId> details = new HashSet<>();

    /** Whether any part of the stream's events may be empty. */
    boolean names(StreamId stream) {
        return streams.contains(stream);
    }

    /** Whether the detail of the stream's events may be empty. */
    boolean namesDetail(StreamId stream) {
        return details.contains(stream) || names(stream);
    }

    void read(StoredEvent event) {
        String type = event.columns().getOrDefault("type", "");
        boolean tells = event.stream().id().startsWith(AccountStream.PREFIX)
                && (type.equals(EventType.LEAD_ERASED.text()) || type.equals(EventType.RETENTION_PURGED.text()));
        if (tells) {
            Obj facts = facts(event);
            Set<StreamId> named = facts.get(PART).text().equals(DETAIL) ? details : streams;
            if (facts.get(LEADS) instanceof Arr leads) {
                leads.forEach(lead -> named.add(new StreamId(event.stream().account(), lead.text())));
            }
        }
    }

    /** What an event says by itself is not a difference to the one before. */
    private Obj facts(StoredEvent event) {
        try {
            return codec.decode(List.of(event)).get(0).facts();
        } catch (StoreException changed) {
            return Obj.EMPTY;
        }
    }
}
