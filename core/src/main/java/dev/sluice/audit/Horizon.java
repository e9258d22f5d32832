package dev.sluice.audit;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * How far back a log knows what it once knew of an account: what ended before may have been purged or removed.
 *
 * @param log the log
 * @param account of this account
 */
public record Horizon(Events log, String account) {
    /** In events of retention. */
    static final String BEFORE = "before";

    /** Empty as long as nothing was purged. */
    public Optional<Instant> moment() {
        EventQuery query = EventQuery.builder()
                .account(account)
                .type(EventType.RETENTION_PURGED)
                .type(EventType.RETENTION_REMOVED)
                .limit(EventQuery.MAX_LIMIT)
                .build();
        Optional<Instant> latest = Optional.empty();
        boolean isMore = true;
        while (isMore) {
            Page<Event> page = log.find(query);
            for (Event event : page.events()) {
                latest = later(latest, event.facts().get(BEFORE));
            }
            isMore = !page.next().equals(query.after());
            query = query.after(page.next());
        }
        return latest;
    }

    private static Optional<Instant> later(Optional<Instant> latest, Value told) {
        if (told.isMissing()) {
            return latest;
        }
        Instant moment = Instant.parse(told.text());
        return latest.filter(moment::isBefore).or(() -> Optional.of(moment));
    }
}
