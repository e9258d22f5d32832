package dev.sluice.jdbc.internal.read;

import dev.sluice.event.EventQuery;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.ReadingOrder;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Cursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that may be what a query asks for, in its order.
 *
 * @param rows at most as many as were wanted
 * @param end where to go on when all rows have been looked at
 */
record Found<R>(List<Row<R>> rows, Cursor end) {

    /** A row and its place in the reading order. */
    record Row<R>(Cursor place, R content) {}

    /** How a row is read: the columns for it, and what becomes of them. */
    record Shape<R>(String columns, Session.Row<R> read) {}

    static <R> Found<R> of(Session session, EventQuery query, int limit, Shape<R> shape) {
        ReadingOrder order = session.dialect().order();
        boolean forwards = query.order() == EventQuery.Order.OLDEST_FIRST;
        Cursor end = forwards ? order.later(query.after(), order.settled(session)) : order.first();
        Search search = Search.of(query, session);
        if (search.isEmpty()) {
            return new Found<>(List.of(), end);
        }
        List<Clause> branches = search.branches(order.candidates(session, query));
        List<Row<R>> rows = rows(session, shape, statement(order, shape, query.order(), branches, limit));
        if (rows.size() < limit) {
            return new Found<>(rows, forwards && !rows.isEmpty() ? order.later(end, last(rows)) : end);
        }
        return new Found<>(rows, last(rows));
    }

    private static <R> Cursor last(List<Row<R>> rows) {
        return rows.get(rows.size() - 1).place();
    }

    private static <R> List<Row<R>> rows(Session session, Shape<R> shape, Clause statement) {
        ReadingOrder order = session.dialect().order();
        return session.list(
                statement.sql(),
                row -> new Row<>(order.place(row), shape.read().read(row)),
                statement.values().toArray());
    }

    private static Clause statement(
            ReadingOrder order, Shape<?> shape, EventQuery.Order by, List<Clause> branches, int limit) {
        String rows = "select " + shape.columns() + ", " + order.shown() + " from event where ";
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
