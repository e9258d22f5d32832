package dev.sluice;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;

/** Flows with gates, and leads at them. */
abstract class GatedFlow {
    final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    final Sluice sluice = Sluice.builder().time(time).build();

    Submission submit(FlowDefinition.Builder flow, Lead lead) {
        return sluice.open(flow.build()).submit(lead);
    }
}
