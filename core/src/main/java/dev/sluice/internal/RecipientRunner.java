package dev.sluice.internal;

import dev.sluice.types.At;

/** A recipient that is a step of its own: gets the lead, whatever others got; the lead goes on whatever it says. */
final class RecipientRunner extends StepPlan {
    private final RecipientPlan recipient;

    RecipientRunner(Position position, RecipientPlan recipient) {
        super(position);
        this.recipient = recipient;
    }

    @Override
    Way perform(LeadRun run, At at) {
        new Offer(run, recipient, nextId()).make();
        return onward();
    }
}
