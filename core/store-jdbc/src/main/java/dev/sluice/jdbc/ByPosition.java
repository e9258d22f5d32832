package dev.sluice.jdbc;

import dev.sluice.store.Cursor;
import java.util.List;

/** By position: right where only one transaction at a time writes. */
final class ByPosition implements ReadingOrder {

    @Override
    public Cursor end(Session session) {
        return session.first("select max(position) from event", row -> at(row.getLong(1)))
                .orElse(Cursor.START);
    }

    private static Cursor at(long position) {
        return position == 0 ? Cursor.START : new Cursor(Long.toString(position));
    }

    @Override
    public List<EventTable.Placed> after(Session session, Cursor cursor, int limit) {
        long position = cursor.equals(Cursor.START) ? 0 : ReadingOrder.number(cursor, cursor.text());
        return session.list(
                "select " + EventTable.ALL + ", position from event where position > ? order by position limit ?",
                row -> new EventTable.Placed(at(row.getLong("position")), EventTable.read(row)),
                position,
                limit);
    }
}
