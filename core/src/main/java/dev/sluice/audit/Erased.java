package dev.sluice.audit;

import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.List;

/**
 * What came of a request to forget somebody.
 *
 * @param leads that were found and are unreadable now; none when nobody was known, or was forgotten before
 * @param deliveries where their data had been sent, which only those who have them can delete
 * @param exports exports on record since the first of these leads came, which may hold their data
 * @param pending true while the files of the store may still hold what was destroyed: a reader keeps old pages; due work
 *     cleans them later
 */
public record Erased(List<StreamId> leads, List<Delivery> deliveries, List<Export> exports, boolean pending) {
    static final Erased NOTHING = new Erased(List.of(), List.of(), List.of(), false);

    public Erased {
        leads = List.copyOf(leads);
        deliveries = List.copyOf(deliveries);
        exports = List.copyOf(exports);
    }

    /**
     * Somebody who has a lead's data.
     *
     * @param entity the recipient: its step
     * @param reference its own name of the lead; empty when it told none
     */
    public record Delivery(StreamId lead, String entity, Instant at, String reference) {}

    /**
     * An export that was made.
     *
     * @param id of the event that tells of it
     */
    public record Export(String id, String type, Instant at) {}
}
