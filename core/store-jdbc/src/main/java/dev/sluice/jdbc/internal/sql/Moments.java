package dev.sluice.jdbc.internal.sql;

import dev.sluice.event.EventQuery;
import dev.sluice.store.Selection;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in whole milliseconds.
 *
 * @param first the first moment, inclusive; empty where it has no begin
 * @param last the last moment, inclusive; empty where it has no end
 */
record Moments(Optional<Long> first, Optional<Long> last) {

    static Moments of(EventQuery query) {
        return new Moments(query.start().map(Instant::toEpochMilli), query.end().map(Instant::toEpochMilli));
    }

    static Moments of(Selection what) {
        return new Moments(
                Optional.of(what.from())
                        .filter(from -> !from.equals(Instant.MIN))
                        .map(Times::millis),
                Optional.of(what.to()).filter(to -> !to.equals(Instant.MAX)).map(Times::millis));
    }
}
