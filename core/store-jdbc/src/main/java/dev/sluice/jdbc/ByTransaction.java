package dev.sluice.jdbc;

import dev.sluice.store.Cursor;
import java.util.List;

/**
 * By transaction, and within one by position. A transaction that began earlier may commit later, so reading stops below
 * the oldest one that still runs; by position alone a reader would pass over what is committed late.
 */
final class ByTransaction implements ReadingOrder {
    /** Ordered by the table's column: one of the result is called {@code tx} too, and is text, in which 999 follows 1000. */
    private static final String AFTER = " from event where (tx, position) > (?::text::xid8, ?)"
            + " and tx < pg_snapshot_xmin(pg_current_snapshot()) order by event.tx, event.position limit ?";

    @Override
    public Cursor end(Session session) {
        return session.first(
                        "select pg_current_xact_id()::text", row -> new Cursor(row.getString(1) + "." + Long.MAX_VALUE))
                .orElse(Cursor.START);
    }

    @Override
    public List<EventTable.Placed> after(Session session, Cursor cursor, int limit) {
        String text = cursor.equals(Cursor.START) ? "0.0" : cursor.text();
        int dot = text.indexOf('.');
        long tx = ReadingOrder.number(cursor, text.substring(0, Math.max(dot, 0)));
        long position = ReadingOrder.number(cursor, text.substring(dot + 1));
        return session.list(
                "select " + EventTable.ALL + ", tx::text, position" + AFTER,
                row -> new EventTable.Placed(
                        new Cursor(row.getString("tx") + "." + row.getLong("position")), EventTable.read(row)),
                Long.toString(tx),
                position,
                limit);
    }
}
