package dev.sluice.internal.caps;

import dev.sluice.event.Event;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All caps of a flow by the keys of their counters: finds again what an event recorded of them. Immutable. */
public final class KnownCaps {
    private final Map<String, CapPlan> caps = new HashMap<>();

    public KnownCaps(List<CapPlan> all) {
        all.forEach(cap -> caps.put(cap.key(), cap));
    }

    /** The caps that concerned the lead, in their order, each with what the lead took of it then. */
    public List<Due> recorded(Event event) {
        List<Due> due = new ArrayList<>();
        for (Value each : Facts.all(event.facts().get("caps"))) {
            CapPlan cap = caps.get(each.part("key").text());
            if (cap != null) {
                long taken = Facts.amount(each.part("takes")).longValueExact();
                due.add(new Due(cap, cap.span(event.at()), taken));
            }
        }
        return due;
    }
}
