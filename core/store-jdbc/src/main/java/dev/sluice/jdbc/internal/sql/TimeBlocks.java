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

    /** With the rows that were inserted last as {@code added}. */
    private static final String ADDED = "select position / " + (1 << BITS)
            + " as no, min(at) as first_at, max(at) as last_at from event"
            + " where position > (select max(position) from event) - ? group by position / " + (1 << BITS);

    /** For databases that insert or else update. */
    static final String ON_CONFLICT = "insert into event_block (no, first_at, last_at) " + ADDED
            + " on conflict (no) do update set first_at = min(first_at, excluded.first_at),"
            + " last_at = max(last_at, excluded.last_at)";

    /** For databases that merge. */
    static final String MERGE = "merge into event_block b using (" + ADDED + ") added on b.no = added.no"
            + " when matched then update set first_at = least(b.first_at, added.first_at),"
            + " last_at = greatest(b.last_at, added.last_at)"
            + " when not matched then insert (no, first_at, last_at) values (added.no, added.first_at, added.last_at)";

    private TimeBlocks() {}

    /**
     * Takes in the {@code events} rows that were inserted last, which have the highest positions, without gaps.
     *
     * @param upsert how this database puts rows beside others or widens them
     */
    static void extend(Session session, String upsert, int events) {
        session.update(upsert, events);
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
