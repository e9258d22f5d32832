package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Value;
import java.util.List;

/** Does not tell of settled failures who is to be asked next. */
final class ForgetfulStore extends ForwardingStore {
    private final Store store;

    ForgetfulStore(Store store) {
        super(store);
        this.store = store;
    }

    @Override
    public Events events() {
        Events events = store.events();
        return new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return events.stream(stream).stream()
                        .map(ForgetfulStore::forget)
                        .toList();
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                return events.after(cursor, limit);
            }

            @Override
            public Page<Event> find(EventQuery query) {
                return events.find(query);
            }
        };
    }

    private static Event forget(Event event) {
        if (!event.type().equals(EventType.DELIVERY_SETTLED)) {
            return event;
        }
        return Event.of(event.stream(), event.seq(), event.type(), event.at())
                .context(event.context())
                .step(event.step().orElse(null))
                .entity(event.entity().orElse(null))
                .generation(event.generation())
                .attempt(event.attempt())
                .outcome(event.outcome().orElse(null))
                .reason(event.reason().orElse(null))
                .snapshot(event.snapshot(), event.before().orElse(null))
                .facts(event.facts())
                .fact("offered_to", Value.missing())
                .build();
    }
}
