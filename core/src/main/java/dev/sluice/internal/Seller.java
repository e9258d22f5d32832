package dev.sluice.internal;

import java.util.List;

/** Offers a lead to the contenders of one tier, all of whom may get it, by one strategy. Immutable. */
interface Seller {

    /** Offers it until the sale is over or everybody has been asked, and notes in the sale what became of each contender. */
    void sell(LeadRun run, List<Contender> contenders, Sale sale);
}
