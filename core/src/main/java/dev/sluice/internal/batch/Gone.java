package dev.sluice.internal.batch;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.util.List;

/** Whether there is nobody behind a row any more. */
final class Gone {
    private static final Obj ERASED = Obj.EMPTY.with("erased", Bool.TRUE);

    private Gone() {}

    /** Whether the lead's events end before the row's, or its person was erased. */
    static boolean is(Row row, List<Event> events) {
        return events.size() < row.seq()
                || isErased(events.get((int) row.seq() - 1).snapshot());
    }

    private static boolean isErased(Scope snapshot) {
        Obj lead = snapshot.section(Section.LEAD);
        for (int i = 0; i < lead.shape().size(); i++) {
            if (lead.at(i) instanceof Obj obj && obj.equals(ERASED)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the lead's way is over, so that nobody else is about to write its next event. */
    static boolean isOver(Row row, List<Event> events) {
        return events.stream().skip(row.seq()).anyMatch(event -> event.type().equals(EventType.FLOW_COMPLETED));
    }
}
