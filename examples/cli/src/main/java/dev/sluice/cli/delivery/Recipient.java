package dev.sluice.cli.delivery;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.RecipientStep;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A recipient of a flow.
 *
 * @param hasNext whether somebody else is asked when this one does not take a lead
 */
record Recipient(RecipientStep step, boolean hasNext) {

    /** All recipients that are enabled, in the order in which they stand. */
    static List<Recipient> of(FlowDefinition flow) {
        List<PlacedStep> steps =
                PlacedStep.all(flow).filter(PlacedStep::enabled).toList();
        Set<String> followed = steps.stream()
                .map(PlacedStep::step)
                .filter(DistributeStep.class::isInstance)
                .flatMap(step -> allButLast(((DistributeStep) step).recipients()).stream())
                .map(RecipientStep::id)
                .collect(Collectors.toSet());
        return steps.stream()
                .map(PlacedStep::step)
                .filter(RecipientStep.class::isInstance)
                .map(RecipientStep.class::cast)
                .map(step -> new Recipient(step, followed.contains(step.id())))
                .toList();
    }

    private static List<RecipientStep> allButLast(List<RecipientStep> recipients) {
        return recipients.isEmpty() ? recipients : recipients.subList(0, recipients.size() - 1);
    }
}
