package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.Steps;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import org.jspecify.annotations.Nullable;

/** Sends a lead into a sequence of steps; its last leads on to the step after this one. */
public final class SubFlowPlan extends StepPlan {
    private static final Shape FACTS = Shape.of("branch");

    private final Text name;
    private final @Nullable StepPlan first;

    /** @param first the step it begins with; the step after this one where it has none */
    public SubFlowPlan(Position position, String name, @Nullable StepPlan first) {
        super(position);
        this.name = new Text(name);
        this.first = first;
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        run.data().stepEnded(id(), Outcome.SUCCESS, null);
        run.add(run.event(EventType.ROUTE_TAKEN, at)
                .step(id())
                .outcome(Outcome.SUCCESS)
                .facts(Obj.of(FACTS, name))
                .next(Steps.id(first)));
        return Way.to(first);
    }
}
