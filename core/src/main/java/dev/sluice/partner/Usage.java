package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What has passed a connection in one direction.
 *
 * @param leads how many leads were sent
 * @param accepted of these, how many the other side took
 * @param rejected of these, how many it did not want
 * @param millis how long all of them took together, in milliseconds
 * @param first when the first was sent
 * @param last when the last was sent
 */
public record Usage(
        long leads, long accepted, long rejected, long millis, Optional<Instant> first, Optional<Instant> last) {
    /** Nothing has passed. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, Optional.empty(), Optional.empty());

    public Usage {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    /** Leads that neither were taken nor refused: something broke, or the answer was lost. */
    public long broken() {
        return leads - accepted - rejected;
    }

    /** The share of leads that were taken, from 0 to 1; 0 when there were none. */
    public double deliveryRate() {
        return leads == 0 ? 0 : (double) accepted / leads;
    }

    /** How long a lead took on average; zero when there were none. */
    public Duration averageTime() {
        return leads == 0 ? Duration.ZERO : Duration.ofMillis(millis / leads);
    }

    Usage and(Outcome outcome, Duration took, Instant at) {
        return new Usage(
                leads + 1,
                accepted + (outcome == Outcome.SUCCESS ? 1 : 0),
                rejected + (outcome == Outcome.FAILURE ? 1 : 0),
                millis + took.toMillis(),
                Optional.of(first.orElse(at)),
                Optional.of(at));
    }
}
