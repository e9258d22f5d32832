package dev.sluice.internal;

import dev.sluice.internal.record.Chain;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The deliveries of a lead that are tried again later. Immutable.
 *
 * @param recipients all of the flow, by their ids
 */
public record Queued(Map<String, RecipientPlan> recipients) {
    public Queued {
        recipients = Map.copyOf(recipients);
    }

    /** When the next try of any is due; empty when none waits. */
    Optional<Instant> due(LeadRun run) {
        if (!run.sales().isQueued()) {
            return Optional.empty();
        }
        return run.sales().queued().stream()
                .map(recipient -> run.chain(recipient).due())
                .min(Comparator.naturalOrder());
    }

    /** Tries those again that are due. */
    void tryDue(LeadRun run) {
        for (String recipient : run.sales().queued()) {
            Chain chain = run.chain(recipient);
            RecipientPlan plan = recipients.get(recipient);
            if (plan != null
                    && (chain.isCutOff() || !chain.due().isAfter(run.clock().wall()))) {
                new Offer(run, plan, chain).again();
            }
        }
    }

    /** Leaves all deliveries open that have begun and not ended. */
    void leaveOpen(LeadRun run) {
        for (RecipientPlan recipient : recipients.values()) {
            Chain chain = run.chain(recipient.id());
            if (chain.isOpen()) {
                new Offer(run, recipient, chain).leave();
            }
        }
    }
}
