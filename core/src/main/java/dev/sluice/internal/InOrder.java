package dev.sluice.internal;

import dev.sluice.event.EventType;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;

/** Asks one after the other, in an order that is recorded before the first is asked. */
final class InOrder implements Seller {
    private static final Shape PLANNED = Shape.of("strategy", "tier", "order");

    private final String step;
    private final Text strategy;
    private final Ordering ordering;

    InOrder(String step, String strategy, Ordering ordering) {
        this.step = step;
        this.strategy = new Text(strategy);
        this.ordering = ordering;
    }

    /** Puts contenders in order; those that are left out are passed over. */
    interface Ordering {
        Order order(LeadRun run, List<Contender> contenders, Sale sale, At at);
    }

    /**
     * Who is asked, the first first.
     *
     * @param facts what the order comes from
     * @param detail what may hold personal values
     */
    record Order(List<Contender> buyers, Obj facts, Obj detail) {}

    /** The order of the list. */
    static Order asListed(LeadRun run, List<Contender> contenders, Sale sale, At at) {
        return new Order(contenders, Obj.EMPTY, Obj.EMPTY);
    }

    @Override
    public void sell(LeadRun run, List<Contender> contenders, Sale sale) {
        At at = run.at();
        Order order = ordering.order(run, contenders, sale, at);
        run.add(run.event(EventType.DISTRIBUTE_PLANNED, at)
                .step(step)
                .facts(facts(order.buyers()).merge(order.facts()))
                .detail(order.detail()));
        for (Contender contender : order.buyers()) {
            if (sale.isOver()) {
                sale.passedOver(contender, sale.overBecause());
            } else if (!contender.isFree(run)) {
                sale.passedOver(contender, Contender.HAS_THE_LEAD);
            } else {
                sale.offered(contender, new Offer(run, contender.recipient(), step).make());
            }
        }
    }

    private Obj facts(List<Contender> order) {
        Value tier = order.isEmpty() ? Value.missing() : Num.of(order.get(0).tier());
        List<Value> ids =
                order.stream().<Value>map(contender -> new Text(contender.id())).toList();
        return Obj.of(PLANNED, strategy, tier, Arr.of(ids));
    }
}
