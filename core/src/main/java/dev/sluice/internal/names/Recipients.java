package dev.sluice.internal.names;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The recipients of a flow that has been checked, those of sub-flows as often as they are used, under the ids they run under. */
public final class Recipients {
    private final FlowDefinition flow;
    private final List<RecipientStep> all = new ArrayList<>();

    private Recipients(FlowDefinition flow) {
        this.flow = flow;
    }

    public static List<RecipientStep> of(FlowDefinition flow) {
        Recipients recipients = new Recipients(flow);
        recipients.collect(flow.steps(), UnaryOperator.identity());
        return recipients.all;
    }

    private void collect(List<? extends StepDefinition> steps, UnaryOperator<String> idOf) {
        for (StepDefinition step : steps) {
            if (step instanceof RecipientStep recipient) {
                all.add(recipient.as(idOf.apply(recipient.id())));
            } else if (step instanceof SubFlowStep use) {
                String using = idOf.apply(use.id());
                collect(flow.subFlows().getOrDefault(use.subFlow(), List.of()), id -> SubFlowStep.inside(using, id));
            } else {
                step.nested().values().forEach(inside -> collect(inside, idOf));
            }
        }
    }
}
