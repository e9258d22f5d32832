package dev.sluice.internal;

import dev.sluice.event.EventType;
import dev.sluice.types.At;

/** The first event of a lead: what came, before anything is understood of it. */
final class Submitted {
    private Submitted() {}

    static void record(LeadRun run) {
        At at = new At(run.clock().start(), run.plan().zone());
        run.journal().addFull(run.event(EventType.SOURCE_SUBMITTED, at).input(run.lead()), run.scope());
    }
}
