package dev.sluice.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of each thousand positions the earliest and the latest time: so rows of a time are found without an index of all times,
 * and in the order of positions, from which times differ by little.
 */
final class TimeBlocks {
    private static final int BITS = 10;

    private TimeBlocks() {}

    static void extend(Session session, int events) {
        session.update(
                "insert into event_block (no, first_at, last_at)"
                        + " select position >> " + BITS + ", min(at), max(at) from event"
                        + " where position > (select max(position) from event) - ? group by 1"
                        + " on conflict (no) do update set first_at = min(first_at, excluded.first_at),"
                        + " last_at = max(last_at, excluded.last_at)",
                events);
    }

    /** Positions among which all events of a time are; empty when it has neither begin nor end. */
    static Optional<Span> around(Session session, Moments time) {
        List<Clause> times = new ArrayList<>();
        time.first().ifPresent(first -> times.add(Clause.of("last_at >= ?", first)));
        time.last().ifPresent(last -> times.add(Clause.of("first_at <= ?", last)));
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Clause all = Clause.all(times);
        return session.first(
                "select min(no), max(no) from event_block where " + all.sql(),
                row -> Span.ofBlocks(row.getLong(1), row.getLong(2)),
                all.values().toArray());
    }

    /** Positions from the first to the last of these, both included. */
    record Span(long first, long last) {
        /** No block at all has number 0 too, among whose rows none will fit. */
        private static Span ofBlocks(long first, long last) {
            return new Span(first << BITS, ((last + 1) << BITS) - 1);
        }
    }
}
