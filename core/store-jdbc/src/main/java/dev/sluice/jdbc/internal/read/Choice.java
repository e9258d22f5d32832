package dev.sluice.jdbc.internal.read;

import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The conditions in SQL that choose the events of a {@link Selection}. */
final class Choice {
    private Choice() {}

    static Clause of(Selection what) {
        return Clause.of("account = ?", what.account()).and(within(what));
    }

    /** The same among rows that were found; hides the account from the database, whose indexes would find others first. */
    static Clause among(Clause near, Selection what) {
        return near.and(Clause.of("substr(account, 1) = ?", what.account())).and(within(what));
    }

    /** All but the account. */
    static Clause within(Selection what) {
        List<Clause> all = new ArrayList<>();
        if (!what.from().equals(Instant.MIN)) {
            all.add(Clause.of("at >= ?", millis(what.from())));
        }
        if (!what.to().equals(Instant.MAX)) {
            all.add(Clause.of("at < ?", millis(what.to())));
        }
        in("type", SelectedEvents.texts(what.types()), all);
        in("coalesce(flow, '')", what.flows(), all);
        in("coalesce(source, '')", what.sources(), all);
        return Clause.all(all);
    }

    private static void in(String column, Collection<String> wanted, List<Clause> all) {
        if (!wanted.isEmpty()) {
            List<Object> values = List.copyOf(wanted.stream().sorted().toList());
            all.add(new Clause(column + " in (" + SelectedEvents.marks(wanted) + ")", values));
        }
    }

    /** Columns hold whole milliseconds: a moment within one is behind all events of it. */
    private static long millis(Instant moment) {
        long millis = Times.millis(moment);
        return Instant.ofEpochMilli(millis).isBefore(moment) && millis < Long.MAX_VALUE ? millis + 1 : millis;
    }
}
