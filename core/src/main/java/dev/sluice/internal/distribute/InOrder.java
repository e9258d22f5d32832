package dev.sluice.internal.distribute;

import dev.sluice.event.Event;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Offer;

/**
 * Asks one after the other.
 *
 * @param step the distribution's id
 */
public record InOrder(String step, Ordering ordering) implements Seller {

    /** Puts contenders in order and records that; those that are left out are passed over. */
    public interface Ordering {
        Event plan(Planning planning);
    }

    /** The order of the list. */
    public static Event asListed(Planning planning) {
        return planning.record(Planning.Order.of(planning.contenders()));
    }

    @Override
    public Event plan(Planning planning) {
        return ordering.plan(planning);
    }

    @Override
    public void sell(LeadRun run, Event plan, Sale sale) {
        for (Contender contender : sale.order(plan)) {
            if (sale.isOver()) {
                sale.passedOver(contender, sale.overBecause());
            } else if (!contender.isFree(run)) {
                sale.passedOver(contender, Contender.HAS_THE_LEAD);
            } else {
                sale.offered(contender, new Offer(run, contender.recipient(), step).make());
            }
        }
    }
}
