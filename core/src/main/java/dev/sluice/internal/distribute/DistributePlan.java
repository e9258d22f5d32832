package dev.sluice.internal.distribute;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Contenders;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Lineup;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.record.Facts;
import dev.sluice.internal.record.Past;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a lead its buyers among several recipients, tier after tier. A lead whose exclusive delivery is unknown is
 * offered to nobody else. Each contender is told of in the last event, with the reason when it did not get the lead.
 */
public final class DistributePlan extends StepPlan {
    private static final Shape FACTS = Shape.of("strategy", "buyers", "candidates", "not_meant");

    private final Text strategy;
    private final int maxBuyers;
    private final Contenders contenders;
    private final Seller seller;

    /** @param strategy its word in definitions */
    public DistributePlan(Position position, String strategy, int maxBuyers, Contenders contenders, Seller seller) {
        super(position);
        this.strategy = new Text(strategy);
        this.maxBuyers = maxBuyers;
        this.contenders = contenders;
        this.seller = seller;
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        Lineup line = run.past()
                .firstPlan()
                .map(plan -> Lineup.recorded(plan, contenders))
                .orElseGet(() -> contenders.line(run, at));
        Sale sale = new Sale(maxBuyers, contenders);
        sale.notMeant(line.notMeant());
        for (Lineup.Tier tier : line.tiers()) {
            if (sale.isOver()) {
                tier.contenders().forEach(contender -> sale.passedOver(contender, sale.overBecause()));
            } else {
                sell(run, line, tier, sale);
            }
        }
        if (line.tiers().isEmpty()) {
            line.passed().forEach(each -> sale.passedOver(each.contender(), each.why()));
        }
        complete(run, sale);
        return onward();
    }

    /** First the plan, which is recorded, then as the record says. */
    private void sell(LeadRun run, Lineup line, Lineup.Tier tier, Sale sale) {
        Event plan = run.past().plan(tier.number()).orElseGet(() -> plan(run, line, tier, sale));
        sale.planned(plan);
        seller.sell(run, plan, sale);
    }

    private Event plan(LeadRun run, Lineup line, Lineup.Tier tier, Sale sale) {
        Planning.Place place = new Planning.Place(id(), strategy, sale.sold());
        return seller.plan(new Planning(run, place, tier, tier == line.tiers().get(0) ? line : null));
    }

    @Override
    public List<String> mayHold(Past past) {
        return past.plans().stream()
                .flatMap(plan -> Stream.concat(
                        Facts.texts(plan.facts().get("order")).stream(),
                        Facts.all(plan.facts().get("bids")).stream()
                                .map(bid -> bid.part("id").text())))
                .distinct()
                .toList();
    }

    private void complete(LeadRun run, Sale sale) {
        Outcome outcome = sale.outcome();
        String reason = outcome == Outcome.SUCCESS ? null : sale.reason();
        run.data().stepEnded(id(), outcome, reason);
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
