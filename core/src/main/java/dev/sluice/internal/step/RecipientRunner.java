package dev.sluice.internal.step;

import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Offer;
import dev.sluice.internal.RecipientPlan;
import dev.sluice.internal.gate.HoursGate;
import dev.sluice.internal.record.Past;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recipient that is a step of its own: gets the lead, whatever others got. */
public final class RecipientRunner extends CallPlan {
    private final RecipientPlan recipient;

    public RecipientRunner(Position position, RecipientPlan recipient) {
        super(position);
        this.recipient = recipient;
    }

    @Override
    protected @Nullable Obstacle ownObstacle(At at) {
        String closed = recipient.closed(at);
        if (closed == null) {
            return null;
        }
        Obj facts = closed.equals(RecipientPlan.CLOSED)
                ? HoursGate.nextOpening(recipient.schedule(), at.instant())
                : Obj.EMPTY;
        return new Obstacle(closed, facts);
    }

    @Override
    public List<String> mayHold(Past past) {
        return List.of(id());
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        offer(run, at).make();
        return onward();
    }

    @Override
    Errand errand(LeadRun run, At at) {
        return new DeliveryErrand(offer(run, at));
    }

    private Offer offer(LeadRun run, At at) {
        return new Offer(run, recipient, nextId(), null, at);
    }
}
