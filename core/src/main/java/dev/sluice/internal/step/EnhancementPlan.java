package dev.sluice.internal.step;

import dev.sluice.flow.EnhancementStep;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.gate.Inquiry;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.types.At;

/** Looks something up and appends the answer. */
public final class EnhancementPlan extends CallPlan {
    private final EnhancementStep step;
    private final Inquiry.Service service;
    private final OutboundMapping mapping;

    public EnhancementPlan(Position position, EnhancementStep step, Inquiry.Service service, OutboundMapping mapping) {
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
    Errand errand(LeadRun run, At at) {
        return new LookUpErrand(run, this);
    }
}
