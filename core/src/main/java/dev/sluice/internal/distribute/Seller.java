package dev.sluice.internal.distribute;

import dev.sluice.event.Event;
import dev.sluice.internal.LeadRun;

/** Finds buyers among the contenders of one tier, all of whom may get the lead, by one strategy. Immutable. */
public interface Seller {

    /** Draws up and records who is to be asked, in which order and on what terms. */
    Event plan(Planning planning);

    /**
     * Offers the lead as it was planned, until the sale is over or everybody has been asked, and notes in the sale what
     * became of each contender.
     */
    void sell(LeadRun run, Event plan, Sale sale);
}
