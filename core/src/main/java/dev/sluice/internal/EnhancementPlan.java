package dev.sluice.internal;

import dev.sluice.flow.EnhancementStep;

/** Looks something up and appends the answer. */
final class EnhancementPlan extends CallPlan {
    private final EnhancementStep step;
    private final Inquiry.Service service;
    private final OutboundMapping mapping;

    EnhancementPlan(Position position, EnhancementStep step, Inquiry.Service service, OutboundMapping mapping) {
        super(position);
        this.step = step;
        this.service = service;
        this.mapping = mapping;
    }

    EnhancementStep step() {
        return step;
    }

    Inquiry.Service service() {
        return service;
    }

    OutboundMapping mapping() {
        return mapping;
    }

    @Override
    Errand errand(LeadRun run) {
        return new LookUpErrand(run, this);
    }
}
