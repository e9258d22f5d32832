package dev.sluice.internal.caps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time during which the same windows of a cap count.
 *
 * @param start included
 * @param end excluded
 * @param windows the names of the windows that add up, the one of this stretch first, each older one before it
 * @param notes the name under which it is noted that the cap was full
 */
record Period(Instant start, Instant end, List<String> windows, String notes) {
    Period {
        windows = List.copyOf(windows);
    }

    /** A stretch that is a window by itself. */
    static Period of(Instant start, Instant end, String name) {
        return new Period(start, end, List.of(name), name);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** When the window at place {@code index} stops to count; empty for never. */
    Optional<Instant> countsUntil(int index) {
        if (end.equals(Instant.MAX)) {
            return Optional.empty();
        }
        return Optional.of(start.plus(Duration.between(start, end).multipliedBy(windows.size() - (long) index)));
    }
}
