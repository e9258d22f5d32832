package dev.sluice.jdbc;

import dev.sluice.store.Cursor;
import java.util.List;

/** The order in which the log is read: nothing appears later before what was read once. */
interface ReadingOrder {

    /** Behind all events that are in the log, or of this transaction at least. */
    Cursor end(Session session);

    /** Events after a place, each with its own place. */
    List<EventTable.Placed> after(Session session, Cursor cursor, int limit);

    /** The number in a cursor. */
    static long number(Cursor cursor, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("cursor '" + cursor.text() + "' was not given by this store", foreign);
        }
    }
}
