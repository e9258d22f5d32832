package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * By transaction, and within one by position. A transaction that began earlier may commit later, so reading stops below
 * the oldest one that still runs; by position alone a reader would pass over what is committed late.
 */
public final class ByTransaction implements ReadingOrder {
    private static final String SETTLED = "tx < pg_snapshot_xmin(pg_current_snapshot())";

    /** A transaction and a position in it. */
    private record Place(long tx, long position) {
        static Place of(Cursor cursor) {
            String text = cursor.equals(Cursor.START) ? "0.0" : cursor.text();
            int dot = text.indexOf('.');
            return new Place(
                    ReadingOrder.number(cursor, text.substring(0, Math.max(dot, 0))),
                    ReadingOrder.number(cursor, text.substring(dot + 1)));
        }

        Cursor cursor() {
            return new Cursor(tx + "." + position);
        }
    }

    @Override
    public Cursor end(Session session) {
        return last(session, "select pg_current_xact_id()::text", 0);
    }

    @Override
    public Cursor settled(Session session) {
        return last(session, "select pg_snapshot_xmin(pg_current_snapshot())::text", 1);
    }

    private static Cursor last(Session session, String sql, long before) {
        return session.first(sql, row -> new Place(row.getLong(1) - before, Long.MAX_VALUE).cursor())
                .orElse(Cursor.START);
    }

    @Override
    public Cursor later(Cursor one, Cursor other) {
        Place some = Place.of(one);
        Place more = Place.of(other);
        boolean isBefore = some.tx() == more.tx() ? some.position() < more.position() : some.tx() < more.tx();
        return isBefore ? other : one;
    }

    @Override
    public List<EventTable.Placed> after(Session session, Cursor cursor, int limit) {
        Place place = Place.of(cursor);
        return session.list(
                "select " + EventTable.ALL + ", " + shown()
                        + " from event where (tx, position) > (?::text::xid8, ?) and " + SETTLED + " order by "
                        + columns() + " limit ?",
                row -> new EventTable.Placed(place(row), EventTable.read(row)),
                Long.toString(place.tx()),
                place.position(),
                limit);
    }

    /** Ordered by the table's column: one of the result is called {@code tx} too, and is text, in which 999 follows 1000. */
    @Override
    public String columns() {
        return "event.tx, event.position";
    }

    @Override
    public String shown() {
        return "tx::text, position";
    }

    @Override
    public Cursor place(ResultSet row) throws SQLException {
        return new Place(row.getLong("tx"), row.getLong("position")).cursor();
    }

    @Override
    public Clause after(Cursor cursor) {
        return Clause.of(
                "(tx, position) > (?::text::xid8, ?) and " + SETTLED,
                Long.toString(Place.of(cursor).tx()),
                Place.of(cursor).position());
    }

    @Override
    public Clause before(Cursor cursor) {
        return cursor.equals(Cursor.START)
                ? Clause.of(SETTLED)
                : Clause.of(
                        "(tx, position) < (?::text::xid8, ?) and " + SETTLED,
                        Long.toString(Place.of(cursor).tx()),
                        Place.of(cursor).position());
    }

    @Override
    public Cursor first() {
        return new Place(0, 0).cursor();
    }
}
