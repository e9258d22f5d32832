package dev.sluice.audit;

import dev.sluice.event.Event;
import java.util.List;

/**
 * Takes what is about to be purged to where it is kept longer. A host brings it.
 *
 * <p>At least once: after a fault or a crash the same lead comes again, with the same events under the same ids.
 *
 * <p>Threads: called on the thread that purges.
 *
 * <p>Faults: whatever is thrown ends the purge; what was not kept is not purged.
 */
@FunctionalInterface
public interface Archive {

    /**
     * Keeps a lead, or a ping that no lead came of, with personal values in clear; durable on return.
     *
     * @param events all of its events, in their order; at least one
     */
    void keep(List<Event> events);

    /** Keeps nothing. */
    static Archive none() {
        return events -> {};
    }
}
