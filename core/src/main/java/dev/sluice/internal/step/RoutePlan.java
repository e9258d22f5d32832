package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.Steps;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a lead down the first branch that wants it. The event keeps what the rules of each branch that was tried said. */
public final class RoutePlan extends StepPlan {
    private static final Shape FACTS = Shape.of("branch", "branches");

    private final List<Branch> branches;
    private final Branch otherwise;

    public RoutePlan(Position position, List<Branch> branches, Branch otherwise) {
        super(position);
        this.branches = List.copyOf(branches);
        this.otherwise = otherwise;
    }

    /**
     * One way on.
     *
     * @param rules which leads go this way; null for all
     * @param first the step it begins with; null for the end of the flow
     */
    public record Branch(
            String name,
            @Nullable CompiledRules rules,
            @Nullable StepPlan first) {}

    @Override
    protected Way perform(LeadRun run, At at) {
        List<Value> tried = new ArrayList<>(branches.size());
        Branch taken = choose(run, at, tried);
        run.data().stepEnded(id(), Outcome.SUCCESS, null);
        run.add(run.event(EventType.ROUTE_TAKEN, at)
                .step(id())
                .outcome(Outcome.SUCCESS)
                .facts(Obj.of(FACTS, new Text(taken.name()), Arr.of(tried)))
                .next(Steps.id(taken.first())));
        return Way.to(taken.first());
    }

    private Branch choose(LeadRun run, At at, List<Value> tried) {
        for (Branch branch : branches) {
            if (branch.rules() == null) {
                return branch;
            }
            Decision decision = branch.rules().decide(run.scope(), at);
            tried.add(RuleFacts.of(branch.name(), decision));
            if (decision.passed()) {
                return branch;
            }
        }
        return otherwise;
    }
}
