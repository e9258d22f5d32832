package dev.sluice.internal.batch;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.util.List;

/** Whether there is nobody behind a row any more. */
final class Gone {
    private Gone() {}

    /** Whether the lead's events end before the row's, or its person was erased. */
    static boolean is(Row row, List<Event> events) {
        return events.size() < row.seq() || events.get((int) row.seq() - 1).isErased();
    }

    /** Whether the lead's way is over, so that nobody else is about to write its next event. */
    static boolean isOver(Row row, List<Event> events) {
        return events.stream().skip(row.seq()).anyMatch(event -> event.type().equals(EventType.FLOW_COMPLETED));
    }
}
