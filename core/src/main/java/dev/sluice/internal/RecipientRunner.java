package dev.sluice.internal;

import dev.sluice.types.At;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recipient that is a step of its own: gets the lead, whatever others got. */
final class RecipientRunner extends CallPlan {
    private final RecipientPlan recipient;

    RecipientRunner(Position position, RecipientPlan recipient) {
        super(position);
        this.recipient = recipient;
    }

    @Override
    @Nullable Obstacle ownObstacle(At at) {
        return recipient.schedule().isOpen(at.instant())
                ? null
                : new Obstacle(RecipientPlan.CLOSED, HoursGate.nextOpening(recipient.schedule(), at.instant()));
    }

    @Override
    List<String> mayHold(Past past) {
        return List.of(id());
    }

    @Override
    Errand errand(LeadRun run) {
        return new DeliveryErrand(new Offer(run, recipient, nextId()));
    }
}
