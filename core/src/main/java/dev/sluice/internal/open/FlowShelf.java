package dev.sluice.internal.open;

import dev.sluice.event.Event;
import dev.sluice.internal.Departure;
import dev.sluice.internal.FlowPlan;
import dev.sluice.internal.LeadJourney;
import dev.sluice.internal.revision.History;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The revisions under which leads go on that were cut off: definitions as the store kept them, with what the host wires
 * now. Safe on any thread.
 */
final class FlowShelf {
    private final History history;
    private final Function<History.Kept, Made> compiler;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /**
     * A revision made ready.
     *
     * @param obstacle why leads cannot go on under it; blank when they can
     */
    record Made(Optional<Journey> journey, String obstacle) {
        static Made ready(FlowPlan plan, LeadJourney journey, Departure departure) {
            return new Made(Optional.of(new Journey(plan, journey, departure)), "");
        }

        static Made not(String obstacle) {
            return new Made(Optional.empty(), obstacle);
        }
    }

    /** What takes a lead on its way. */
    record Journey(FlowPlan plan, LeadJourney journey, Departure departure) {}

    FlowShelf(History history, Function<History.Kept, Made> compiler) {
        this.history = history;
        this.compiler = compiler;
    }

    /** The revision that an event names. */
    Made of(Event event) {
        String flow = event.context().flow();
        long number = event.context().revision();
        return made.computeIfAbsent(flow + "/" + number, key -> history.kept(flow, number)
                .map(compiler)
                .orElseGet(() -> Made.not("The store does not have revision " + number + " of flow " + flow)));
    }
}
