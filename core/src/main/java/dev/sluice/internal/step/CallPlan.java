package dev.sluice.internal.step;

import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.types.At;

/** A step that calls a plugin: alone, or beside others in a group. The lead goes on whatever the answer is. */
public abstract class CallPlan extends StepPlan {
    CallPlan(Position position) {
        super(position);
    }

    /**
     * The call for one lead, not yet begun.
     *
     * @param at the moment of the step
     */
    abstract Errand errand(LeadRun run, At at);

    @Override
    protected Way perform(LeadRun run, At at) {
        Errand errand = errand(run, at);
        if (errand.prepare()) {
            awaitIntent(run, errand);
            run.plan().calls().one(run, errand.call()).run();
        }
        errand.finish();
        return onward();
    }

    private static void awaitIntent(LeadRun run, Errand errand) {
        if (errand.isExternal()) {
            run.awaitDurable();
        }
    }
}
