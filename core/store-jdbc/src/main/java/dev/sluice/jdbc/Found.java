package dev.sluice.jdbc;

import dev.sluice.event.EventQuery;
import dev.sluice.store.Cursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that may be what a query asks for, in its order.
 *
 * @param rows at most as many as were wanted
 * @param end where to go on when all rows have been looked at
 */
record Found(List<EventTable.Placed> rows, Cursor end) {

    static Found of(Session session, EventQuery query, int limit) {
        ReadingOrder order = session.dialect().order();
        boolean forwards = query.order() == EventQuery.Order.OLDEST_FIRST;
        Cursor end = forwards ? order.later(query.after(), order.settled(session)) : order.first();
        Search search = Search.of(query, session);
        if (search.isEmpty()) {
            return new Found(List.of(), end);
        }
        Clause place = forwards ? order.after(query.after()) : order.before(query.after());
        List<Clause> branches = search.branches(place.and(order.around(session, query)));
        List<EventTable.Placed> rows = rows(session, statement(order, query.order(), branches, limit));
        if (rows.size() < limit) {
            return new Found(rows, forwards && !rows.isEmpty() ? order.later(end, last(rows)) : end);
        }
        return new Found(rows, last(rows));
    }

    private static Cursor last(List<EventTable.Placed> rows) {
        return rows.get(rows.size() - 1).place();
    }

    private static List<EventTable.Placed> rows(Session session, Clause statement) {
        ReadingOrder order = session.dialect().order();
        return session.list(
                statement.sql(),
                row -> new EventTable.Placed(order.place(row), EventTable.read(row)),
                statement.values().toArray());
    }

    private static Clause statement(ReadingOrder order, EventQuery.Order by, List<Clause> branches, int limit) {
        String rows = "select " + EventTable.ALL + ", " + order.shown() + " from event where ";
        String sorted = " order by " + order.by(by) + " limit ?";
        Clause wanted = branches.size() == 1 ? branches.get(0) : oneOf(order, sorted, branches, limit);
        return Clause.joined(List.of(Clause.of(rows), wanted, Clause.of(sorted, limit)), "");
    }

    /** Each branch finds the first of its rows by an index; the first of them all are among those. */
    private static Clause oneOf(ReadingOrder order, String sorted, List<Clause> branches, int limit) {
        String place = "(" + order.columns() + ")";
        List<Clause> selects = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            Clause select = Clause.of("select * from (select " + order.columns() + " from event where ");
            selects.add(Clause.joined(
                    List.of(select, branches.get(i), Clause.of(sorted, limit), Clause.of(") as branch" + i)), ""));
        }
        Clause all = Clause.joined(selects, " union all ");
        return Clause.joined(List.of(Clause.of(place + " in ("), all, Clause.of(")")), "");
    }
}
