package dev.sluice.feedback;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.store.Events;
import dev.sluice.store.StreamId;
import dev.sluice.types.Arr;
import java.util.List;

/** Leads whose data nobody can read any more. */
final class Forgotten {
    private static final String ACCOUNT = "acct_";

    private Forgotten() {}

    /** Whether a lead looks it, and the account says so: what only looks it may be what a source sent. */
    static boolean is(List<Event> events, Events log) {
        return events.stream().anyMatch(Event::isErased) && isNamed(events.get(0).stream(), log);
    }

    private static boolean isNamed(StreamId lead, Events log) {
        EventQuery told = EventQuery.builder()
                .account(lead.account())
                .lead(ACCOUNT + lead.account())
                .type(EventType.LEAD_ERASED)
                .type(EventType.RETENTION_PURGED)
                .limit(EventQuery.MAX_LIMIT)
                .build();
        boolean[] named = new boolean[1];
        log.each(told, event -> named[0] |= names(event, lead));
        return named[0];
    }

    private static boolean names(Event told, StreamId lead) {
        if (!(told.facts().get("leads") instanceof Arr leads)) {
            return false;
        }
        for (int i = 0; i < leads.size(); i++) {
            if (leads.at(i).text().equals(lead.id())) {
                return true;
            }
        }
        return false;
    }
}
