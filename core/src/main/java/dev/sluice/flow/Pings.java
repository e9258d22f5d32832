package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Whether and how a flow answers pings.
 *
 * @param enabled false: every ping is refused
 * @param limits of all pings of the flow, before those of the source
 * @param quoteValidity how long a bid holds for the lead that follows
 */
public record Pings(boolean enabled, List<PingLimit> limits, Duration quoteValidity) {
    /** How long a bid holds unless the flow says otherwise: five minutes. */
    public static final Duration QUOTE_VALIDITY = Duration.ofMinutes(5);

    /** No pings. */
    public static final Pings NONE = new Pings(false, List.of(), QUOTE_VALIDITY);

    public Pings {
        requireNonNull(quoteValidity, "quoteValidity");
        limits = List.copyOf(limits);
    }

    /** Pings up to these limits; bids hold for five minutes. */
    public static Pings upTo(PingLimit... limits) {
        return new Pings(true, List.of(limits), QUOTE_VALIDITY);
    }
}
