package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.DistributeStep;
import dev.sluice.rules.Decision;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sells a lead down a waterfall: recipients are asked in their order until enough have taken it. A lead whose exclusive
 * delivery is unknown is offered to nobody else.
 */
final class DistributePlan extends StepPlan {
    private static final Shape FACTS = Shape.of("strategy", "buyers", "candidates");
    private static final Text WATERFALL = new Text("waterfall");
    private static final Shape CANDIDATE = Shape.of("id", "outcome", "reason");

    private final DistributeStep step;
    private final List<RecipientPlan> candidates;

    DistributePlan(Position position, DistributeStep step, List<RecipientPlan> candidates) {
        super(position);
        this.step = step;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    Way perform(LeadRun run, At at) {
        Sale sale = new Sale();
        for (RecipientPlan candidate : candidates) {
            String obstacle = sale.isOver() ? sale.overBecause() : obstacle(run, candidate, at);
            if (obstacle == null) {
                sale.offered(candidate, new Offer(run, candidate, id()).make());
            } else {
                sale.passedOver(candidate, obstacle);
            }
        }
        complete(run, sale);
        return onward();
    }

    private static @Nullable String obstacle(LeadRun run, RecipientPlan candidate, At at) {
        if (!candidate.step().enabled()) {
            return "Recipient is disabled";
        }
        if (candidate.criteria() == null) {
            return null;
        }
        Decision decision = candidate.criteria().decide(run.scope(), at);
        return decision.passed() ? null : decision.reason().orElse("Criteria not met");
    }

    private void complete(LeadRun run, Sale sale) {
        Outcome outcome = sale.outcome();
        String reason = outcome == Outcome.SUCCESS ? null : sale.reason();
        run.stepEnded(id(), outcome, reason);
        Obj facts = Obj.of(FACTS, WATERFALL, Num.of(sale.buyers), Arr.of(sale.candidates));
        Event.Builder event = run.event(EventType.DISTRIBUTE_COMPLETED, run.at())
                .step(id())
                .outcome(outcome)
                .reason(reason)
                .facts(facts)
                .next(nextId());
        run.add(event);
    }

    /** How far one lead has been sold, and what each candidate had to do with it. */
    private final class Sale {
        private final List<Value> candidates = new ArrayList<>();
        private int buyers;
        private int unknown;

        boolean isOver() {
            return buyers + unknown >= step.maxBuyers();
        }

        String overBecause() {
            return unknown > 0 && step.maxBuyers() == 1 ? "An earlier delivery is unknown" : "Sold before";
        }

        void offered(RecipientPlan candidate, DeliveryReport report) {
            buyers += report.outcome() == Outcome.SUCCESS ? 1 : 0;
            unknown += report.outcome() == Outcome.UNKNOWN ? 1 : 0;
            note(candidate, report.outcome(), report.reason().orElse(null));
        }

        void passedOver(RecipientPlan candidate, String why) {
            note(candidate, Outcome.SKIP, why);
        }

        private void note(RecipientPlan candidate, Outcome outcome, @Nullable String reason) {
            Value why = reason == null ? Value.missing() : new Text(reason);
            candidates.add(Obj.of(CANDIDATE, new Text(candidate.id()), new Text(outcome.text()), why));
        }

        Outcome outcome() {
            if (buyers > 0) {
                return Outcome.SUCCESS;
            }
            return unknown > 0 ? Outcome.UNKNOWN : Outcome.FAILURE;
        }

        String reason() {
            return unknown > 0 ? "Delivery is unknown" : "No buyer took the lead";
        }
    }
}
