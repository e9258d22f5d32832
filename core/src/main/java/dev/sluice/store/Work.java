package dev.sluice.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Work that waits for its time. Each item is with one taker at a time, over all processes that share the store. */
public interface Work {

    /**
     * Takes due items, oldest first; each is this taker's until {@code now + lease}, after which another may take it.
     * End one by {@link Changes#done} together with what it did.
     *
     * @param wanted whose work and of which kinds; the rest stays
     * @param limit how many at most
     */
    List<WorkItem> take(Wanted wanted, Instant now, int limit, Duration lease);
}
