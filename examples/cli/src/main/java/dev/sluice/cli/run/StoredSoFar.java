package dev.sluice.cli.run;

import dev.sluice.cli.frame.Columns;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import java.util.Optional;

/**
 * What earlier runs left in a store.
 *
 * @param events how many events
 * @param leads how many leads they belong to
 * @param completed how many of the leads came to their end
 * @param pings how many pings were answered
 * @param highest the highest number that a lead has
 */
public record StoredSoFar(long events, long leads, long completed, long pings, long highest) {
    private static final int PAGE = 1_000;

    /** Counts by reading the whole log once. */
    public static StoredSoFar in(Events log) {
        StoredSoFar sum = new StoredSoFar(0, 0, 0, 0, 0);
        for (Page<Event> page = log.after(Cursor.START, PAGE);
                !page.events().isEmpty();
                page = log.after(page.next(), PAGE)) {
            for (Event event : page.events()) {
                sum = sum.plus(event.type(), NumberedIds.number(event.leadId()));
            }
        }
        return sum;
    }

    private StoredSoFar plus(EventType type, long number) {
        boolean begins = type.equals(EventType.SOURCE_SUBMITTED);
        boolean ends = type.equals(EventType.SOURCE_REJECTED) || type.equals(EventType.FLOW_COMPLETED);
        boolean asks = type.equals(EventType.PING_RECEIVED);
        return new StoredSoFar(
                events + 1,
                leads + (begins ? 1 : 0),
                completed + (ends ? 1 : 0),
                pings + (asks ? 1 : 0),
                Math.max(highest, begins ? number : 0));
    }

    /** A line for people; empty when there is nothing yet. */
    public Optional<String> told() {
        return events == 0
                ? Optional.empty()
                : Optional.of("sluice: the store holds " + Columns.grouped(events) + " events of "
                        + Columns.grouped(leads) + " leads so far, " + Columns.grouped(completed)
                        + " of them at their end; caps and duplicates go on from there");
    }
}
