package dev.sluice.jdbc.internal.sql;

import dev.sluice.event.EventQuery;
import dev.sluice.store.Cursor;
import dev.sluice.store.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The order in which the log is read: nothing appears later before what was read once. */
public interface ReadingOrder {

    /** Behind all events that are in the log, or of this transaction at least. Changes nothing but for a number. */
    Cursor end(Session session);

    /** Behind all events that can be read now. Changes nothing. */
    Cursor settled(Session session);

    /** Of two places the one that is read later. */
    Cursor later(Cursor one, Cursor other);

    /** Events after a place, each with its own place. */
    List<EventTable.Placed> after(Session session, Cursor cursor, int limit);

    /** Columns that tell the place of a row, as a list. */
    String columns();

    /** The same for the result of a query, where a driver needs them in a form of its own. */
    String shown();

    /** The place in a row of a result. */
    Cursor place(ResultSet row) throws SQLException;

    /** Rows that are read after {@code cursor} and may be read now. */
    Clause after(Cursor cursor);

    /** Rows that are read before {@code cursor}, or all for the start, and may be read now. */
    Clause before(Cursor cursor);

    /** Before the first row, for those who read backwards. */
    Cursor first();

    /** Rows from the query's place on, in its order, among which all of its time are; whatever finds them faster. */
    default Clause candidates(Session session, EventQuery query) {
        return query.order() == EventQuery.Order.OLDEST_FIRST ? after(query.after()) : before(query.after());
    }

    /** Conditions of which each row of the selection's time fulfils one: parts of the log that are read one after the other. */
    default List<Clause> parts(Session session, Selection what) {
        return List.of(Clause.TRUE);
    }

    /** Rows among which all of the selection's time are, when these are at most so many; empty when nothing finds them sooner. */
    default Optional<Clause> near(Session session, Selection what, int most) {
        return Optional.empty();
    }

    /** Words behind {@code order by}. */
    default String by(EventQuery.Order order) {
        return order == EventQuery.Order.OLDEST_FIRST ? columns() : columns().replace(",", " desc,") + " desc";
    }

    /** The number in a cursor. */
    static long number(Cursor cursor, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("cursor '" + cursor.text() + "' was not given by this store", foreign);
        }
    }
}
