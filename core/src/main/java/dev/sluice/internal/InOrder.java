package dev.sluice.internal;

import dev.sluice.event.Event;

/**
 * Asks one after the other.
 *
 * @param step the distribution's id
 */
record InOrder(String step, Ordering ordering) implements Seller {

    /** Puts contenders in order and records that; those that are left out are passed over. */
    interface Ordering {
        Event plan(Planning planning);
    }

    /** The order of the list. */
    static Event asListed(Planning planning) {
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
