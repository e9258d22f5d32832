package dev.sluice.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a store holds of one account beside its events, as it was durable at one moment: for those who check it against
 * the events.
 *
 * @param counters by key; those that stand at zero may be missing
 * @param holds what is reserved, by holder; no empty ones
 * @param entries of all lists, also those that have expired
 * @param open the leads that somebody works on
 * @param leads how each lead stands; empty for a store that keeps no such rows
 */
public record Inventory(
        Map<CounterKey, Counter> counters,
        Map<Holder, Hold> holds,
        List<Entry> entries,
        List<Ownership> open,
        Optional<List<LeadSummary>> leads) {
    public Inventory {
        counters = Map.copyOf(counters);
        holds = Map.copyOf(holds);
        entries = List.copyOf(entries);
        open = List.copyOf(open);
        leads = leads.map(List::copyOf);
    }

    /** The same without rows of leads: for stores whose events are elsewhere. */
    Inventory withoutLeads() {
        return new Inventory(counters, holds, entries, open, Optional.empty());
    }
}
