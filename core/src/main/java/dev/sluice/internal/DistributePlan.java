package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a lead its buyers among several recipients, tier after tier. A lead whose exclusive delivery is unknown is
 * offered to nobody else. Each contender is told of in the last event, with the reason when it did not get the lead.
 */
final class DistributePlan extends StepPlan {
    private static final Shape FACTS = Shape.of("strategy", "buyers", "candidates", "not_meant");

    private final Text strategy;
    private final int maxBuyers;
    private final Contenders contenders;
    private final Seller seller;

    /** @param strategy its word in definitions */
    DistributePlan(Position position, String strategy, int maxBuyers, Contenders contenders, Seller seller) {
        super(position);
        this.strategy = new Text(strategy);
        this.maxBuyers = maxBuyers;
        this.contenders = contenders;
        this.seller = seller;
    }

    @Override
    Way perform(LeadRun run, At at) {
        Sale sale = new Sale(maxBuyers);
        for (List<Contender> tier : tiers(run, at, sale).values()) {
            if (sale.isOver()) {
                tier.forEach(contender -> sale.passedOver(contender, sale.overBecause()));
            } else {
                seller.sell(run, tier, sale);
            }
        }
        complete(run, sale);
        return onward();
    }

    /** Those who may get the lead, by their tier; the others are noted. */
    private SortedMap<Integer, List<Contender>> tiers(LeadRun run, At at, Sale sale) {
        SortedMap<Integer, List<Contender>> tiers = new TreeMap<>();
        for (Contender contender : contenders.meant(run, at, sale)) {
            tiers.computeIfAbsent(contender.tier(), none -> new ArrayList<>()).add(contender);
        }
        return tiers;
    }

    private void complete(LeadRun run, Sale sale) {
        Outcome outcome = sale.outcome();
        String reason = outcome == Outcome.SUCCESS ? null : sale.reason();
        run.stepEnded(id(), outcome, reason);
        Obj facts = Obj.of(FACTS, strategy, Num.of(sale.buyers()), sale.notes(), count(sale.notMeant()));
        Event.Builder event = run.event(EventType.DISTRIBUTE_COMPLETED, run.at())
                .step(id())
                .outcome(outcome)
                .reason(reason)
                .facts(facts)
                .next(nextId());
        run.add(event);
    }

    private static Value count(int number) {
        return number == 0 ? Value.missing() : Num.of(number);
    }
}
