package dev.sluice.jdbc.internal.sql;

import dev.sluice.event.EventQuery;
import dev.sluice.store.Cursor;
import dev.sluice.store.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * By position: right where only one transaction at a time writes.
 *
 * @param times finds rows by their time
 * @param settled up to where every later statement sees all rows
 */
public record ByPosition(
        BiFunction<Session, Moments, Optional<TimeBlocks.Span>> times, Function<Session, Cursor> settled)
        implements ReadingOrder {
    /** How many positions are counted at a time. */
    private static final long PART = 250_000;

    /** In a database that finds nothing by time. */
    public static final ByPosition PLAIN = new ByPosition((session, time) -> Optional.empty(), session -> Cursor.START);

    @Override
    public Cursor end(Session session) {
        return last(session);
    }

    /** The largest position there is. */
    static Cursor last(Session session) {
        return session.first("select max(position) from event", row -> at(row.getLong(1)))
                .orElse(Cursor.START);
    }

    @Override
    public Cursor settled(Session session) {
        return settled.apply(session);
    }

    @Override
    public Cursor later(Cursor one, Cursor other) {
        return position(one) < position(other) ? other : one;
    }

    private static Cursor at(long position) {
        return position == 0 ? Cursor.START : new Cursor(Long.toString(position));
    }

    private static long position(Cursor cursor) {
        return cursor.equals(Cursor.START) ? 0 : ReadingOrder.number(cursor, cursor.text());
    }

    @Override
    public List<EventTable.Placed> after(Session session, Cursor cursor, int limit) {
        return session.list(
                "select " + EventTable.ALL + ", position from event where position > ? order by position limit ?",
                row -> new EventTable.Placed(place(row), EventTable.read(row)),
                position(cursor),
                limit);
    }

    @Override
    public String columns() {
        return "position";
    }

    @Override
    public String shown() {
        return "position";
    }

    @Override
    public Cursor place(ResultSet row) throws SQLException {
        return at(row.getLong("position"));
    }

    @Override
    public Clause after(Cursor cursor) {
        return Clause.of("position > ?", position(cursor));
    }

    @Override
    public Clause before(Cursor cursor) {
        return cursor.equals(Cursor.START) ? Clause.TRUE : Clause.of("position < ?", position(cursor));
    }

    @Override
    public Cursor first() {
        return new Cursor("0");
    }

    /** One bound at each end: of two, the database may take the wider one and read from there to the narrower. */
    @Override
    public Clause candidates(Session session, EventQuery query) {
        return times.apply(session, Moments.of(query))
                .map(span -> within(span, query))
                .orElseGet(() -> ReadingOrder.super.candidates(session, query));
    }

    private static Clause within(TimeBlocks.Span span, EventQuery query) {
        long place = position(query.after());
        boolean forwards = query.order() == EventQuery.Order.OLDEST_FIRST;
        long first = forwards ? Math.max(span.first(), place + 1) : span.first();
        long last = forwards || query.after().equals(Cursor.START) ? span.last() : Math.min(span.last(), place - 1);
        return within(first, last);
    }

    @Override
    public List<Clause> parts(Session session, Selection what) {
        TimeBlocks.Span span = times.apply(session, Moments.of(what)).orElseGet(() -> everything(session));
        List<Clause> parts = new ArrayList<>();
        for (long begin = span.first(); begin <= span.last(); begin += PART) {
            parts.add(within(begin, Math.min(span.last(), begin + PART - 1)));
        }
        return parts;
    }

    private static TimeBlocks.Span everything(Session session) {
        return session.first(
                        "select min(position), max(position) from event",
                        row -> new TimeBlocks.Span(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    @Override
    public Optional<Clause> near(Session session, Selection what, int most) {
        return times.apply(session, Moments.of(what))
                .filter(span -> span.last() - span.first() < most)
                .map(span -> within(span.first(), span.last()));
    }

    private static Clause within(long first, long last) {
        return Clause.of("position between ? and ?", first, last);
    }
}
