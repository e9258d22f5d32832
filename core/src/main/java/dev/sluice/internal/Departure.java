package dev.sluice.internal;

import dev.sluice.Ids;
import dev.sluice.Time;
import dev.sluice.internal.LeadRun.Conditions;
import dev.sluice.internal.LeadRun.Mode;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.util.function.IntSupplier;

/** Gives an admitted lead its id, its clock and its random number. */
final class Departure {
    private final FlowPlan plan;
    private final Mode mode;
    private final Store store;
    private final Origins origins;

    /** Where time, ids and chance come from. */
    record Origins(Time time, Ids ids, IntSupplier percent) {}

    Departure(FlowPlan plan, Mode mode, Store store, Origins origins) {
        this.plan = plan;
        this.mode = mode;
        this.store = store;
        this.origins = origins;
    }

    LeadRun begin(SourcePlan source, Lead lead) {
        return begin(source, lead, mode, "lead_");
    }

    /** A run that ends with a bid. */
    LeadRun ping(SourcePlan source, Lead lead) {
        return begin(source, lead, Mode.PING, "ping_");
    }

    private LeadRun begin(SourcePlan source, Lead lead, Mode mode, String kind) {
        RunClock clock = new RunClock(origins.time(), lead.submittedAt().orElse(null));
        Conditions conditions =
                new Conditions(plan, mode, store, origins.percent().getAsInt());
        return new LeadRun(source, lead, origins.ids().next(kind), clock, conditions);
    }
}
