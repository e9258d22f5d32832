package dev.sluice.store;

import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reading a log. What was read once is never changed, and a cursor never passes a place that is filled later. */
public interface Events {

    /** All events of a stream by {@code seq}, each with its whole snapshot; empty for an unknown stream. */
    List<Event> stream(StreamId stream);

    /**
     * Events of all streams after {@code cursor}, in reading order.
     *
     * @param limit how many at most, at least 1
     */
    Page<Event> after(Cursor cursor, int limit);

    /**
     * Events that {@code query} asks for, from {@link EventQuery#after()} on. A page may be short, or empty, although more
     * follow: all were found when {@link Page#next()} is the place that was given. Whoever reads oldest first and goes on
     * there later misses nothing that was written meanwhile.
     *
     * <p>Unless a store does better, this reads the log until a page is about full; newest first reads all of it.
     */
    default Page<Event> find(EventQuery query) {
        return query.order() == EventQuery.Order.OLDEST_FIRST
                ? new Scan(this, query).oldestFirst()
                : new Scan(this, query).newestFirst();
    }

    /**
     * What {@link #find} finds, for those who need nothing of it but what is searched: an event may come without its snapshot,
     * facts, detail, input, and what its context tells beside the flow, the source and whether it is a test. Unless a store does
     * better, they come whole.
     */
    default Page<Event> findColumns(EventQuery query) {
        return find(query);
    }

    /** All events that {@code query} asks for, page by page, to {@code sink}. */
    default void each(EventQuery query, Consumer<Event> sink) {
        EventQuery next = query;
        Page<Event> page = find(next);
        page.events().forEach(sink);
        while (!page.next().equals(next.after())) {
            next = next.after(page.next());
            page = find(next);
            page.events().forEach(sink);
        }
    }

    /**
     * Shows the selected events stream by stream, those of a stream together and by {@code seq}, streams in no order. What
     * is written meanwhile may be shown or not. A log that can only be read in its own order is read several times where
     * there is more than is kept in memory; stores do better.
     *
     * @param streams gets at least one event each time, on this thread
     */
    default void byStream(Selection what, Consumer<List<Event>> streams) {
        new StreamByStream(this, what, MOST_GATHERED).each(streams);
    }

    /**
     * Counts selected events that are alike, without reading each: for stores that find and group by columns. The same group
     * may come more than once, for a part of its events each time.
     *
     * @param what of the depth of columns
     * @return empty where they would have to be read one by one, or are too different to be fewer in groups
     */
    default Optional<List<Alike>> alike(Selection what, Set<Likeness> by) {
        return Optional.empty();
    }

    /** How many events {@link #byStream} keeps at a time, unless one stream alone has more. */
    int MOST_GATHERED = 200_000;
}
