package dev.sluice.internal;

import dev.sluice.event.EventType;

/** The first event of a lead: what came, before anything is understood of it. */
final class Submitted {
    private Submitted() {}

    static void record(LeadRun run) {
        run.journal().addFull(run.event(EventType.SOURCE_SUBMITTED, run.last()).input(run.lead()), run.scope());
    }
}
