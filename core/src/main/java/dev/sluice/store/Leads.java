package dev.sluice.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open leads and who works on them, as it is durable. May block. */
public interface Leads {

    /**
     * Open leads of an account whose owner is busy until {@code moment} at the latest, those that are free for longest first; changes
     * nothing.
     *
     * @param moment {@link Instant#MAX} for all
     * @param limit how many at most
     */
    List<Ownership> open(String account, Instant moment, int limit);

    /**
     * Takes over open leads of an account whose owner is not busy any more at {@code now}, those that are free for longest first. Each
     * goes to one taker, over all processes that share the store, and writes of the owner before fail from then on.
     * Durable on return.
     *
     * @param limit how many at most
     * @return what the taker now owns
     */
    List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit);

    /**
     * Takes one lead, closed or open, under its next epoch, for work after its end; writes of the owner before fail from then
     * on. Of several that ask at once one gets it, over all processes that share the store. Durable on return.
     *
     * @return empty, and nothing changed, while its owner is busy with it at {@code now}
     */
    Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil);
}
