package dev.sluice.internal.batch;

import dev.sluice.batches.SentFile;
import dev.sluice.event.Event;
import java.util.List;

/**
 * A row in a file that was sent, and its lead.
 *
 * @param number of the row
 * @param events all of the lead; may be none
 */
record Arrival(SentFile file, long number, Row row, List<Event> events) {

    boolean isGone() {
        return Gone.is(row, events);
    }

    boolean isOver() {
        return Gone.isOver(row, events);
    }

    /** The event that put the lead into the batch. */
    Event queued() {
        return events.get((int) row.seq() - 1);
    }

    Event last() {
        return events.get(events.size() - 1);
    }
}
